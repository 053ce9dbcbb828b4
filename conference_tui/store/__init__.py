"""Where the record is kept: sealed, append-only files behind TinyDB, their keys, locks and folder."""
