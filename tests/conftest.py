from hypothesis import HealthCheck, settings

# How long an example takes, or takes to be made, is no claim of any test.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
