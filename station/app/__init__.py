"""State, verbs and jobs: QtCore and QtGui, no widgets."""
