public import PolicyKit

public let jingxianPolicy = PolicyText("jingxian", articles: [])
