"""The way to other computers: DIMSE and DICOMweb. What is asked of them is in `station.pacs`."""
