// PolicyKit
