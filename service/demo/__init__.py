"""The demonstration: an invented council whose half year was lived through the service's own mutations, and a walk with one family."""
