"""Panes, viewports and the panels around them."""
