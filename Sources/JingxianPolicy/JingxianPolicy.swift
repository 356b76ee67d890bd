// JingxianPolicy
