public import PolicyKit

public let kunmingPolicy = PolicyText("kunming", articles: [])
