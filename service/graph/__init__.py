"""The one endpoint: the schema put together, operations run, and what HTTP makes of them."""
