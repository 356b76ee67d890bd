// QuzhouPolicy
