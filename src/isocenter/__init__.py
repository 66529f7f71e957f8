"""A course on neuroimaging data that grades itself, and the tools that build and grade it."""
