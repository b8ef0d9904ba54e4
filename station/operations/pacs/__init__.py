"""What Station does with a PACS: find, fetch, send, listen, and know what arrived.

`servers` keeps and tests them, `find` asks them, `fetch` and `send` move instances and write the
ledger, `listen` takes what is sent to Station, `ledger` lists all of it and goes on with what was
interrupted. `ways` is the one module that calls `station.dicom.network`.
"""
