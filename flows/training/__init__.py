"""Commands that train judges on corpora that stay outside the project."""
