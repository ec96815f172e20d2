"""What the API promises, as OpenAPI says it: shapes, examples, problems, and the operations that tie them together."""
