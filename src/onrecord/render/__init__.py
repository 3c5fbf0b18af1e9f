"""A brief as text for people: terminal, Markdown and HTML. Documents are hostile until escaped."""
