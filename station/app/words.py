"""Words that are kept in English, as enumerations, stored values and names of lower layers, and are
shown in the language of the window by `translated`.

`tests/app/test_language.py` sees that no value of a shown enumeration is missing here.
"""

from station.app.language import marked

SHOWN: frozenset[str] = frozenset(
    {
        # how the dates of a study fit, and what became of a lesion
        marked("good"),
        marked("doubtful"),
        marked("failed"),
        marked("followed"),
        marked("new"),
        marked("vanished"),
        marked("not in view on the other date"),
        marked("not matched"),
        marked("carried over"),
        # quality of an image
        marked("Good"),
        marked("Poor"),
        marked("Not gradable"),
        marked("pass"),
        marked("look"),
        marked("fail"),
        marked("not possible"),
        marked(
            "Individuals chart (Shewhart): the mean of the first 20 images; SD = mean moving "
            "range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of "
            "Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956)."
        ),
        # inputs of the SUV and where they come from
        marked("header"),
        marked("typed"),
        marked("derived"),
        marked("Weight"),
        marked("Height"),
        marked("Sex"),
        marked("Injected activity"),
        marked("Injection"),
        marked("Half-life"),
        marked("Decay reference"),
        marked("Uptake time"),
        # rules by which a lesion is grown
        marked("41 % of SUVmax"),
        marked("50 % of SUVmax"),
        marked("SUV 2.5"),
        marked("SUV 4.0"),
        marked("PERCIST liver threshold"),
        # colours and windows
        marked("Grey"),
        marked("Hot iron"),
        marked("Hot metal blue"),
        marked("PET 20 step"),
        marked("Rainbow"),
        marked("Soft tissue"),
        marked("Lung"),
        marked("Bone"),
        marked("Brain"),
        marked("Liver"),
        # reader studies
        marked("not begun"),
        marked("reading"),
        marked("read, not signed"),
        marked("signed"),
        marked("overdue"),
        marked("not on this reader's list"),
        marked("not read yet"),
        marked("to be read next"),
        marked("confirmed"),
        marked("confirmed and revised"),
        marked("open"),
        marked("ready to lock"),
        marked("locked"),
        marked("Case"),
        marked("Practice"),
        # dates
        marked("current"),
        marked("prior"),
        # patients
        marked("male"),
        marked("female"),
        marked("other"),
        # what is done to an image, and with which tool
        marked("denoised"),
        marked("filtered"),
        marked("audited"),
        marked("brush"),
        marked("eraser"),
        marked("distance"),
        marked("ellipse"),
        marked("arrow"),
        marked("text"),
        # what a reader is shown, and which answers count
        marked("pairs"),
        marked("images"),
        marked("first"),
        marked("last"),
        # what columns share
        marked("crosshair"),
        marked("slice"),
        marked("zoom"),
        marked("pan"),
        # ways in which a date is moved
        marked("left"),
        marked("back"),
        marked("up"),
    }
)
