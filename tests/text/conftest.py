from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # how long an example takes is no claim of these tests
settings.load_profile("unhurried")
