// KunmingPolicy
