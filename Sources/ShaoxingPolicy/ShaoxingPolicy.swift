public import PolicyKit

public let shaoxingPolicy = PolicyText("shaoxing", articles: [])
