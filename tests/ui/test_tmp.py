from tests.ui.gestures import *
from PySide6.QtWidgets import *
def test_a(open_window):
    w = open_window()
    for i in range(3): QApplication.processEvents()
    x = w.panes
    print([(type(c).__name__, c.isVisible(), c.isHidden(), c.size()) for c in x.findChildren(QWidget)][:12])
    while x: print(type(x).__name__, x.objectName(), x.isVisible(), x.isHidden(), x.size()); x = x.parentWidget()
    w.grab().save('/tmp/empty.png')
