// CadreModel
