project = "Example"
project_copyright = "the example's authors"
html_favicon = "icon.svg"
templates_path = ["_templates"]
html_sidebars = {"**": []}
# Without these a book has warnings of its own.
version = release = "1"
epub_show_urls = "no"

extensions = ["myst_parser", "whats_new_python.sphinx"]
whats_new_site = "https://example.org/whats-new/"
