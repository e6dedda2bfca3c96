"""Dossier for MkDocs."""
