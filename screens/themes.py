"""The colours: dark, light, and high contrast at 7:1 and more. None of them says anything alone."""

from textual.theme import Theme

DARK = Theme(
    name="conference-dark",
    primary="#5aa0d8",
    secondary="#3d6a92",
    accent="#8cc8ff",
    warning="#ffc46b",
    error="#ff8f8f",
    success="#8fd694",
    foreground="#e6e6e6",
    background="#15191e",
    surface="#1b2027",
    panel="#242b34",
    dark=True,
    variables={
        "room-closed": "#8f1d1d",
        "room-family": "#1d4f36",
        "text-accent": "#8cc8ff",
        "text-muted": "#a3aebb",
    },
)
LIGHT = Theme(
    name="conference-light",
    primary="#0b5394",
    secondary="#5b7fa6",
    accent="#003f7d",
    warning="#8a4b00",
    error="#a80f0f",
    success="#0d5c2b",
    foreground="#161616",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    dark=False,
    variables={
        "room-closed": "#8f1d1d",
        "room-family": "#14532d",
        "text-accent": "#003f7d",
        "text-muted": "#4d535a",
    },
)
HIGH_CONTRAST = Theme(
    name="conference-high-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffd75f",
    error="#ffafaf",
    success="#afffaf",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    text_alpha=1.0,
    variables={
        "room-closed": "#7a0000",
        "room-family": "#003d1f",
        "text-accent": "#ffff00",
        "text-muted": "#ffffff",
        "border": "#ffffff",
    },
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order in which the key goes through them."""
