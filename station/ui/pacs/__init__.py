"""PACS in the window: the list of its studies, transfers, the dialog of its servers."""
