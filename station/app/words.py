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
        # checks of an image, their units and where their limits are from
        marked("Blood glucose"),
        marked("Blood pool SUL"),
        marked("Blood pool SUVmean"),
        marked("Calibration"),
        marked("Extravasation at an arm"),
        marked("Injected activity per weight"),
        marked("Liver CoV"),
        marked("Liver SUL"),
        marked("Liver SUVmean"),
        marked("Missing slices"),
        marked("Noise"),
        marked("Orientation"),
        marked("PET/CT shift at the diaphragm"),
        marked("PET/CT shift at the head"),
        marked("Truncation"),
        marked("Voxels without a number"),
        marked("% of the dose"),
        marked("% of the liver on the right"),
        marked("dose in view / weight in view"),
        marked("slices"),
        marked("voxels"),
        marked("EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for"),
        marked("EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia"),
        marked("EARL's 15 % (as of the liver's CoV), here of the noise alone; fails at twice that"),
        marked(
            "EARL's limit for the background of the image-quality phantom (D. Koopman et "
            "al., EJNMMI Phys. 3 (2016) 22); fails at twice that"
        ),
        marked("PERCIST: 60 ± 10 min; fails below 45 or above 90: Station's own"),
        marked(
            "Station's own, after X. Jin et al., Med. Phys. 40 (2013) 102503: motion beyond"
            " 5 mm in a frame makes uptake in the brain wrong by about 9 %"
        ),
        marked("Station's own: every SUV reads too low by this part of the dose"),
        marked("Station's own: quiet breathing moves the diaphragm by about 10 mm"),
        marked("Station's own: the arms' ends are often cut; the trunk must not be"),
        marked(
            "Station's own: the part in view holds about as much of the dose as of the "
            "body's weight"
        ),
        marked("Zhang 2023, after Boktor 2013; fails: Station's own"),
        marked(
            "Zhang 2023: about 1.2; ± 2 SD between patients, 24.5 % of the mean, as Boktor "
            "2013 has it of the SUV"
        ),
        marked("Zhang 2023: about 1.6; ± 2 SD of 0.38 between patients (Boktor 2013, aortic arch)"),
        marked("every slice of the scan has to be there"),
        marked("every voxel has to hold a number"),
        marked("the liver lies on the right"),
        # what a grade means, what lowers it, and what may have gone wrong
        marked("organs cannot be distinguished, or obvious streaks"),
        marked("outlines of organs are not clear, or a few artifacts"),
        marked("outlines are fairly clear, lesions can be seen"),
        marked("outlines are clear, no artifacts"),
        marked("anatomy is displayed clearly, no artifacts"),
        marked("noise"),
        marked("sharpness"),
        marked("PET and CT do not fit"),
        marked("streaks, rings and bands"),
        marked("motion"),
        marked("uptake"),
        marked("hot spots that are no organ"),
        marked("what was scanned"),
        marked("too few counts"),
        marked("extravasation"),
        marked("brown fat"),
        marked("deep breathing"),
        marked("CT in another breath"),
        marked("moved between CT and PET"),
        marked("moved during PET"),
        marked("arms down and truncated"),
        marked("over-attenuation"),
        marked("mis-normalised detectors"),
        marked("dead detectors"),
        marked("short uptake time"),
        marked("high glucose"),
        marked("blurred"),
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
