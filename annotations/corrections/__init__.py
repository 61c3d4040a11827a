"""What a person puts right in a document's reading: each correction a value, each one act that can be undone."""
