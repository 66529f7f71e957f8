"""Renew the recorded digests: ``python -m isocenter.images``."""

from isocenter.images.catalogue import renew

renew()
