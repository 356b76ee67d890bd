// DataContract
