"""Early Help: casework for a council's early help service, served over GraphQL."""
