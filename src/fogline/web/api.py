"""The read-only JSON interface."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(prefix="/api")
