// ShaoxingPolicy
