project = "Example"
project_copyright = "the example's authors"
html_favicon = "icon.svg"
templates_path = ["_templates"]
html_sidebars = {"**": []}
# Without a version Sphinx warns of the book.
version = release = "1"

extensions = ["myst_parser", "whats_new_python.sphinx"]
whats_new_site = "https://example.org/whats-new/"
