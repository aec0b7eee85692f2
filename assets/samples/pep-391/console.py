# /// sample
# feature = "pep-391"
# title = "Configure logging from a dictionary"
# order = 1
# note = "New in 3.2. The dictionary may be read from a JSON file; `ext://` refers to an object in a module."
# [expect]
# "3.8.." = "runs"
# [output]
# "3.8.." = "INFO: ready\n"
# ///

import logging.config

logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname)s: %(message)s"}},
    "handlers": {"console": {
        "class": "logging.StreamHandler",
        "formatter": "short",
        "stream": "ext://sys.stdout",
    }},
    "root": {"level": "INFO", "handlers": ["console"]},
})
logging.info("ready")
logging.debug("not shown")
