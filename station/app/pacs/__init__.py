"""PACS in the window: looked through, fetched from, sent to. What is shown and done, no widgets."""
