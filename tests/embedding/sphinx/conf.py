project = "Example"
project_copyright = "the example's authors"
html_favicon = "icon.svg"
templates_path = ["_templates"]
html_js_files = [
    ("https://example.org/whats-new/embed.js", {"async": "async"}),
]
# The theme's sidebar holds a script of its own that the policy in
# _templates/layout.html would refuse.
html_sidebars = {"**": []}
