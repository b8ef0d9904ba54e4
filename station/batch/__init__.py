"""Many studies: the operations, over a ledger, on Dask distributed."""
