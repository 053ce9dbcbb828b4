"""Property tests here try the same cases every time, and are not judged by the clock."""

from hypothesis import settings

settings.register_profile("conference", deadline=None, derandomize=True)
settings.load_profile("conference")
