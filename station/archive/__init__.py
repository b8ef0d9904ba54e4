"""The record: SQLAlchemy, SQLite by default."""
