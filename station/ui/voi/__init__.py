"""The VOI table, its plots and actions."""
