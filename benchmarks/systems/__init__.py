"""The systems that are compared: each module opens one of them on a served model."""
