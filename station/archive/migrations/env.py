"""Run by Alembic with the connection that `station.archive.index` holds; never offline."""

from alembic import context

from station.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column; Alembic then rebuilds the table
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
