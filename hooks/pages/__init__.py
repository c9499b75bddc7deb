"""Pages as Markdown, what their frame says, and what stands beside them."""
