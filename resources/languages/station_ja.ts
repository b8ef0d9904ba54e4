<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>Station</name>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Results of a batch are not shown during a blinded reading.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Reading the results in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>The files of patient {cells} are no longer where the batch found them. Open their folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/state.py" />
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/exports.py" />
            <location filename="../../station/app/library.py" />
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/state.py" />
            <location filename="../../station/app/viewing/dates.py" />
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/viewing/key_image.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <location filename="../../station/ui/window.py" />
            <source>no date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/state.py" />
            <source>PET without description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Proposals by rule, for a person to judge: not a verdict, not a diagnosis.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not in view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>stomach, bowel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <source>blood pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}: not possible. {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/table.py" />
            <source>{count} parts</source>
            <extracomment>One: {count} part</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>MTV mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Their edges are {distance_mm:.0f} mm apart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Lesions: {lesions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Alignment: {verdict}. {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Caution: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}, proposed: {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden above {unit} {level:.2f}: {sums}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the open study as a proposal: check its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>They overlap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{both} after the alignment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Prior</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Liver</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Blood pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: mean {mean:.2f}, SD {sd:.2f}, max {maximum:.2f} in {volume_ml:.1f} mL ({unit})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL (James) is {sul_per_suv:.3f} × SUVbw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden: there is no threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Left out as physiological: {parts}, {volume:.1f} mL ({organs})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{parts} too small to be listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the {proposed} date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>prior</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: not measured. {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>no organ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Nothing is compared with other dates while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/denoising.py" />
            <location filename="../../station/app/pacs/sending.py" />
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>No study is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PET that can be shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{reader} has not saved a lesion in either study. Place lesions (L), or compare everything above the PERCIST threshold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS: it may be there.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/workflow.py" />
            <source>{count} studies have this PatientID under another name: they are not offered.</source>
            <extracomment>One: {count} study has this PatientID under another name: it is not offered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>liver</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Looking for other dates of this patient…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PatientID, so no other study is known to be of this patient. Correct the header, and open the study again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The images or their SUV inputs have changed since: compare again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The VOIs have changed since: compare again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The {organ} of the open study was put by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose a lesion.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This lesion has no place in the open study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} is a VOI of the open study already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/library.py" />
            <source>Looking for other dates of this patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Add {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saving the comparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose the date to compare with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Comparing two dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The study of {date} was remembered by another version of Station, or is no longer in the list. Open it once, then compare again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The two studies have one PatientID under different names: they are not known to be of one patient. Nothing is compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source> That of the {name} date is at its registered place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} has no place in the open study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saved {names} in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>It was cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>An audit tells which image is which: it is off while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>This study has no unfiltered PET with SUV, which an audit needs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Auditing the denoiser on {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saving the audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saved {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>An image is being denoised. Wait until it is complete, or press Esc to cancel it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A network cannot know what the counts do not say. It has learned what images usually look like, and where counts are few it decides by that: a small faint lesion may be taken for noise, and noise for a lesion. Nor does it know this patient, the CT or the question asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to denoise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The network is not changed while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>There is no unsaved derived series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The change map shows which image is which: it is off while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A change map needs a conventional and a DL image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no conventional image; the unfiltered one is shown in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saving {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoising {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoise {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Filtering {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This series is not in the open study. Open its study first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Change map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Comparing DL with conventional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>from {description}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Loading the denoiser for {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Putting the DL image next to its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} belongs to another study. Open that study first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} was computed here. Choose the series it was made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Listing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Conventional filter {fwhm_mm:g} mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>What was written to {target} could not be read back. Choose another folder and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} cannot be denoised without SUV. {suv_problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saved {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The SUV inputs were changed while {label} was being denoised, so that was stopped. Denoise it again.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are not saved.</source>
            <extracomment>One: {names} is not saved.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are still under way.</source>
            <extracomment>One: {names} is still under way.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/exports.py" />
            <source>{parent} holds the images that are open, and nothing is written among them. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/exports.py" />
            <source>no ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name}: the computer has run out of memory. Close other programs and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name} failed: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>ends what was begun last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the field before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>pastes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>cuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>selects all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>opens the menu of a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>says that no focus is seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the question before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>confirms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Ctrl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Alt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Meta</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>There is no action "{id}". `station settings` lists them all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>"{key}" is not a key. Write one such as B, F5, PgUp, Ctrl+B or Ctrl+Shift+B.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{what} can have {most} keys at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in every window. Choose another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in a blinded reading, where {named} has a key too. Choose another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} is the key of {named}. Choose another key, or take it away there first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>, </source>
            <comment>between the things of a list</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} and {final}</source>
            <comment>a list</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} or {final}</source>
            <comment>a list</comment>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/status.py" />
            <source>{count} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count:,} left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{studies} with {series} series in {files:,} files, {left_out}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>No image was found in {where}: {count} left out. {name}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Projecting {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>the given paths</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no DICOM images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading the list of studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Searching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Taking a study off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count} paths</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{files} next to the images can be read as VOIs: {kinds}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <location filename="../../station/ui/notice.py" />
            <source>Making the demo study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading what is stored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The list has an earlier date of this patient: {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Finding the series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Loading {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Getting ready to measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Recording the typed value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs of the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Storing the VOIs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/state.py" />
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/viewing/dates.py" />
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>no name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the history</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <source>{count} files</source>
            <extracomment>One: {count} file</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The series of {patient_name} was remembered by another version of Station. Open its study once, then put it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>This study is not in the list. Open its folder again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Station knows no PACS. Add one under File ▸ PACS servers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Nothing was made of this study yet: no derived series, no VOI, no image is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>There is no VOI.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>No image is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>quality {count}.dcm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} is not saved, so no report can name its images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>QA grade and checks of {label} (SR)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI measurements (SR)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as segmentation (SEG)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as contours (RTSTRUCT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI page (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Report of the study (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>What is on the screen (key image)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Writing what is sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file, so no document can name it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A grade that was chosen is no longer there. Grade the image again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>series {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A series that was chosen is no longer there. Open the study again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} belongs to a study that is no longer open. Open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>It is in no file, so no report can name it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Nothing of PACS is shown during a blinded reading.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Station knows no PACS yet. Add one with its address and AE titles to look through its studies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>partly here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{nothing} Search with fewer words, longer ago or in all modalities.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} was found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type a name or an ID, or choose how long ago the study was.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count:,} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} earlier PET studies</source>
            <extracomment>One: {count} earlier PET study</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} on {servers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Reading the list of servers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No server is chosen. Tick one under Servers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Searching on {asked}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>PET study</source>
            <comment>there is none</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>study</source>
            <comment>there is none</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} matches "{words}".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type {fewest_letters} letters or more of a name or an ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>All of it is on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>A part of it is on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Not on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{done:,} of {wanted:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored ✓ committed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} answers</source>
            <extracomment>One: {count} answer</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Series {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>no description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Asking the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{duration} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{images_words} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{server} has more than the {count:,} studies listed. Narrow the search.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{answers} of {server} cannot be read and are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{counted} arrived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped at {counted}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{missing:,} of {images_words} did not arrive.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} objects</source>
            <extracomment>One: {count} object</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>RTSTRUCT</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} transfers from or to PACS are still under way; Station can go on at its next start.</source>
            <extracomment>One: {count} transfer from or to PACS is still under way; Station can go on at its next start.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not committed.</source>
            <extracomment>One: {count:,} of {total} was not committed.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not stored.</source>
            <extracomment>One: {count:,} of {total} was not stored.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading the list of servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Searching on {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking what is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Asking for series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching a slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking for earlier studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Keeping the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Removing the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Testing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading how Station listens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Setting the listener</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Beginning to listen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{aet} on {host}:{port}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{arrived} arrived while you were reading.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching from PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Sending to PACS</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} transfers from or to PACS were interrupted.</source>
            <extracomment>One: {count} transfer from or to PACS was interrupted.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study with {images} arrived from {sender}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Station no longer knows the server {server}. Add it again under PACS servers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not a size of text. Use a whole number from {low} to {high} (percent).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not an SUV window. Write its upper bound, from {suv_limits:g} to {suv_limits2:g}, such as 7.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>The SUV windows on keys are {presets} upper bounds, each larger than the one before, such as 5 6 7 10 15 20.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{text}" is not a folder. Write the whole path of one that exists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not {what}. Use {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a decimal sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This study has no PET to grade.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The quality of an image can reveal which it is: it is hidden while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is being graded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has no grade yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>There is no grade, so nothing drives it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has not been checked yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The liver sphere was placed automatically.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is not shown, and what is shown is in another frame of reference. Show it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Quality {grade} of 5: {verdict}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>, P(Good) {probability_good:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>What may have gone wrong: {causes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>To look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is graded once the images are shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>not graded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>grading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is being graded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Not graded. {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Automatic grading is switched off (menu Quality).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It was stopped by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It is one of several images in one series, such as time frames, which are not graded automatically.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grade automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Reading the stored grades</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Looking for stored grades</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Storing the grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Loading the grader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>The grade was not stored. {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Wrote the QA report {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole: {entries:,} entries, and every image is what it was. Last hash: {head}{cautions}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Looking for grades</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Comparing with the QA grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is broken. {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole, but images are not what they were when the study was made: {changed_images}. Put them back from a backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reading the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Locking the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Unlocking the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reopening a reader's set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Withdrawing a reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Waiving the washout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Adding {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Setting a password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Changing the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Opening the key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Checking the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/voi/exporting.py" />
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Writing the analysis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Grading images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>{busy} is still under way. Wait for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source> Note:{cautions}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The folder has {count} PET images in place of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The image of {code} cannot be read: its files are missing or damaged, or this station does not see them. Tell the coordinator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}: confirmed {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Was locked, its key was open, and it was unlocked: "{reason}"</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} days</source>
            <extracomment>One: {count} day</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due {day}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, practice {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, no. {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>, shown again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source> after {words}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>; revised {count} times</source>
            <extracomment>One: ; revised once</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>images agreed on, not signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no due date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is not locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked. Unlock it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The consensus has begun: readers have seen each other's scores.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Nobody has signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>A study keeps one reader at least.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Every reader has signed; the consensus is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The protocol has no washout in days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The key is sealed until the study is locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Entry {number}: {who} {action}, {to_the_second}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Station {station}, version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Hash: {hash}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>overdue, {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>the consensus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{done} of {total} readings; {signed} of {count} readers signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Time a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Discordant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Consensus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/app/words.py" />
            <source>signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>opens when every reader has signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is discordant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Reason: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}: {content} readings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}, session {content}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>not signed: {content}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{practised} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>median of all readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>nobody has read yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is scored by all yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{discordant} of {compared} scored by all differ by {points} or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>in {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{days} ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{row}, revision {row2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>(not shown)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} points</source>
            <extracomment>One: {count} point</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>DL − conventional, in points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Margin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Of non-inferiority, in points; none: a difference is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Conventional score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Mean score of the conventional arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by arm, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How differently readers see each arm; it limits what more cases can do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases by arm, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How different the arms of a case are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>One reading, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>What a reader does not repeat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>In both arms alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by case, SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>To show {goal}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source> It also has {rest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>From the pilot's "{first}".{others}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>{opened}{so_far}. Every opening is recorded, first and last answers are kept, and the analysis uses the {analysed_answers}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>what the artifact is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets nobody open a case again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets a reader open {cases} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source> ({looked_again} so far)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>any case</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/sitting.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{count} cases</source>
            <extracomment>One: {count} case</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Station made a mistake while {doing} ({kind}). What is confirmed is stored. Try again, and tell the coordinator if it persists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Locking the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing in again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Opening a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Revising a reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Asking what is next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing an answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Confirming</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>loading an image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source> Did you mean {near}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>There is no setting "{name}".{meant} `station settings` lists them all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not a CT window. Use {ct_presets}, or two bounds in HU such as -160 240.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>The reader's name is empty. Write a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a layout here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is neither on nor off. Write on or off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a colour map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>The DL image is still being computed. Wait until it is complete, or press Esc to cancel it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>another study, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>ANOTHER PATIENT: {name}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Uptake time, {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{mmol_per_l:.1f} mmol/L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Age at the scan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>uptake {minutes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Tracer: {tip}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>glucose {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Blood glucose, from {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{years} years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>
The header says {text}, but from the birth date the age is {years} years.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Injected activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>The injection was {note}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>quality {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Date of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{name}
ID {id}
{description}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>It was {note}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Sex</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/viewing/dates.py" />
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No other study is shown while images are read blinded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Adjusted by hand; before that: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>The {} image has no SUV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No image of the open study is shown, so that there is nothing to lay this one onto.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>The tops and the middles of the bodies are put on each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither header says which tracer it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither image has an SUV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>days apart unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} days before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Adjusted by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>One frame of reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Registered: {verdict}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>same day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>1 day before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>TWO PATIENTS: {name} (ID {id}) and {name2} (ID {id2}, {date}). The two are not known to be one person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Being registered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Not registered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Conventional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>DL-denoised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>PET unfiltered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Conv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Unfilt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{stored_fraction:.0f} % of the peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>no SUV · {unit} · {bounds} ({percent})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>not the same slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>slices not linked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{slot_title} on CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{low} to {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>no SUV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a conventional and a DL image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>three reconstructions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET with its CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a CT alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>another date of the patient in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>There is no layout named "{old}" any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <location filename="../../station/app/workflow.py" />
            <source>A layout needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>Another layout is named "{plain}" already. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Until they are registered, this is a guess.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Adjust it by hand before places are compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Two patients are not registered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Only PETs are registered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>No image of another date is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Registering the two dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Reset the alignment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Move the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>The registration failed: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>The registration was cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/pairing.py" />
            <source>{label} was denoised with other SUV inputs than those in force. Denoise its source again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>The two images have different frames of reference: their voxels cannot be subtracted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>One image is in {unit}, the other in {unit2}: they cannot be subtracted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" begins at {between}, but a PET window begins at 0. Type its upper bound, such as 12.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {digits} or {digits2}. Type it without the comma.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not an upper bound. Type a number, such as 12.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a number. Type a number in {spelled}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {value:g} or {match}. Type it without the comma.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{match}" is not a unit for this. Use {allowed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a date and time. Type it as 2026-11-20 08:30:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a sex as DICOM writes it. Type M, F or O.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>, or the time of the scan's day as 08:30.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>GBq</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>No PET is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A burden above a threshold needs SUV. Complete the SUV inputs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Close the burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>{verb} a part of the burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A threshold is between SUV {low:g} and {high:g}, not {level:g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Finding the whole-body burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No part of the burden is counted, so there is nothing to keep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>The organs were not found, so nothing was left out by itself: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No burden is shown in this image. Find it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Nothing above {level:.2f} {unit} is at this place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Burden above {level:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Draw {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Move {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Change {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Delete {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Text of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Rename {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Reading VOIs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{name}: "{name2}" was left out: it is in another frame of reference, so nothing says where it is in this image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>No study is open, so there is nothing to export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>There is no conventional image on whose grid the VOIs could be drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>VOI "{name}" was not written: it contains no voxel of {label}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The files contain no VOI.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{label} is not saved, so no report can name its images. Save it first with File ▸ Save derived series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Wrote {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The VOIs were read for another study or reader and were not added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/measuring.py" />
            <source>The PERCIST liver threshold needs the liver VOI. Place it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>{name} holds no voxel, so there is nothing to show of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>The image of a VOI is no longer in memory. Open the study again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>{index} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>{proposals} to confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>Looking for the reference tissues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>This is {away:.1f} cm outside the {organ_words} that Station found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>SUVmean {mean:.2f} is unusual for this site: {low:g} to {high:g} ({suv_source}).</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/app/voi/proposing.py" />
            <source>{count} proposals</source>
            <extracomment>One: {count} proposal</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <source>Every site of the protocol is placed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>None of the reference tissues was found in this image. Place them by hand: VOI › Guided placement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The sites are placed in the open study. Click in its image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>VOIs of another date are painted when its study is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The liver's threshold is that of the open study. Open the other date to use its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Place {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Grow {name}, {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Paint {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Erase {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Snap {name} to the hottest voxel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Resize {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Colour of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Select the VOI to erase from: click it in the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Nothing of {name} would be left. Press Del to delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Hide {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Show {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>doubtful</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>followed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>vanished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not in view on the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not matched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>carried over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Poor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Not gradable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>fail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not possible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>header</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>derived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Height</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Injection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Half-life</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Decay reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Uptake time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>41 % of SUVmax</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>50 % of SUVmax</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 2.5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 4.0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>PERCIST liver threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Grey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot iron</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot metal blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET 20 step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Rainbow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Soft tissue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Lung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Bone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Brain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>read, not signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not on this reader's list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not read yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>to be read next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>confirmed and revised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>ready to lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the other image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the DL image of the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the CT of the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {label} as {role_names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {words} of {day} as {role_names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Swap the two images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Type {shown}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {unit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Reset the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Unlink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {hung}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {layout}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Save the layout {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Delete the layout {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout by the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Move a border</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Put a border back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window that patients begin in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window that patients begin in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Colours {labels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Inverse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Fusion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the blend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout single</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Withdraw a typed value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} lies in another frame of reference than {label2}. Work in the PET that is measured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Rename the layout {old}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window 0–{bounded}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} is not a PET: it has no MIP.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The images shown belong to another study. Open that study to type its values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>There is no layout named "{name}" any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The upper bound must be between SUV {low:g} and {high:g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>a series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Lesions of another date are grown in its PET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the CT window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>A difference needs a conventional and a DL image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Both a conventional and a DL image are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/actions.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/pacs/actions.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/compare/actions.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/actions.py" />
            <source>Reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Quality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>{name} ({low} to {high} HU)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link zoom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link pan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>The images have no SUV.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Nothing has been opened yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body weight (SUVbw)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, James (SUL)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, Janmahasatian (SUL)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body surface area (SUVbsa)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ideal body weight (SUVibw)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Reader's name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Preferences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Blink: the other image, large, at the same place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Rotate the MIP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Maximise the pane, and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions on the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/panes.py" />
            <source>Crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search the studies of this station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Study list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Side panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Second window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Type the upper bound…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this CT window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Smooth interpolation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Fusion with CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>MIP pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Difference DL − conventional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>What was opened…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Logs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>About Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Window: for PET the lower bound stays at 0 and the upper bound moves in both images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Put the crosshair there; in a MIP, at the hottest point of that ray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Look there, though a VOI waits for its place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move it; both images are measured as it moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a sphere's handle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Change its size in steps of 0.1 mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices; over a MIP, turn it; with brush or eraser, change their size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices with brush or eraser in the hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom about the pointer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Middle drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Pan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Menu of the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Double click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Drag a series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>From the study list onto any image: show it there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Alt + 1 … 5 in the study list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Show the chosen series in that column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move an image of another date over the open study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + right drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Turn an image of another date about the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the head (back, left)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the feet (front, right)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the head end (back, left)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the foot end (front, right)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <source>SUV window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>CT window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV normalised to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Links between the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Interpolation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Batch results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Open the results of a batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>P(Good)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Liver CoV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Checks failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Modality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <location filename="../../station/ui/window.py" />
            <source>Series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Unit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Volume, mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>SUVbw factor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>set aside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>station batch {operation}: {studies}, {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Batch results: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Search patient, series, verdict, reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Open study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Open the summary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>A double click on a row opens its study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/actions.py" />
            <source>Compare with a prior…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver at the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>All above the PERCIST threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions that I saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare brings the open study together with the chosen date: the bodies are registered, the lesions matched, and their change listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Reading and registering both dates. You can go on reading meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare with a prior</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Put the liver's reference sphere of the open study at its crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Search the PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/dialogs.py" />
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/preferences/dialog.py" />
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <location filename="../../station/ui/status.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Diseased liver</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST's threshold comes from the blood pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As registered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Move the registered place of every lesion on the prior date by so much</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift to the {direction} in mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Go to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Keep as a VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Copy table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As text, with tabs between its cells</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Export JSON and CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST and Deauville</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver, blood pool, burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions of both dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Alignment {verdict}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions, {dates_words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Folder for the comparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As a lesion of the open study; Undo takes it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source> And {more} more: see Cautions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Prior → current, and the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Of every difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>A click on a lesion puts the crosshair of the open study there. Blue: carried over to the open study as a proposal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>No lesion on either date. {lesions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Blood pool at the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Full width at half maximum of the Gaussian, in mm:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series below this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Denoise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Denoising network…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Change map: what DL added and removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>What would I miss?…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save as DICOM…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>This study has no suitable series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Spheres of known size and uptake are put into the unfiltered image, blurred as the scanner blurs and with its noise. The filter and the network work on them, and the page shows which are still seen in each, and what is seen where nothing was put. It takes some minutes; you can go on reading meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What would I miss?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>FWHM of the unfiltered image in mm; empty: it is measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Every size and contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Foci in the image without inserts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What is seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrast left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What to bear in mind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save the audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <source>PDF (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Write diameters, contrasts and resolution as numbers: 6, 8, 10.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Diameters, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrasts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Of each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Resolution, mm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Readers fear that DL invents or loses foci. The change map shows where the DL image differs from the conventional one by more than its noise, and lists the foci.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>No difference exceeds the noise enough to be listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What neither image shows is not listed here. Image › What would I miss? tells which lesions that is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Volume of the connected change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The difference in units of the local noise; positive where DL is higher</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>{plus} added · {minus} removed by DL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Show the change map (C) →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Foci that changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Hide the change map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What DL added and removed is listed here when a study is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>There is no change map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Comparing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The two images are being compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Click a focus to go there in all panes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>DL added and removed no focus.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Denoise →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>The next image is denoised by the chosen network, and says so in its caption and its header. Images that are there stay as they are. None has been validated on real patients.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>Denoising network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source> (default)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} does not say whether it was filtered. A filtered image must not be {treated}: the result would be wrong.

Do you know that it is unfiltered?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} has voxels of {size}, and the denoiser was trained on 2 mm only.

Resample it to 2 mm, denoise it there and resample it back? The image appears only when it is complete, and is further from what the denoiser was tested on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <location filename="../../station/ui/main.py" />
            <location filename="../../station/ui/preparing.py" />
            <location filename="../../station/ui/window.py" />
            <source>Station</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/dialogs.py" />
            <source>{count} times</source>
            <extracomment>One: once</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>A reading station for FDG PET: the conventional image next to the deep-learning denoised image of the same scan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Apache License 2.0. The libraries and fonts that it uses, with their licences, are listed in THIRD_PARTY_NOTICES.md.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>What was opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Files that were left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source> The first {shown_at_most:,} are listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly {times}. What was confirmed is stored. The report below helps to find out why; it names no patient, no file and no value, and goes nowhere by itself. Save it and send it to who looks after Station.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Text (*.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Do not show again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Weights, by SHA-256:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Mouse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>{file} cannot be written ({strerror}). Choose another place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>A virtual scanner scans a patient. Each image appears here as soon as it is made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <location filename="../../station/ui/pacs/priors.py" />
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the notice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>No study is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>This desktop has no program that opens {opens}. Open it by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>No transfer was interrupted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Search on PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Send to PACS…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Go on with interrupted transfers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Offer earlier studies on PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>PACS servers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Asking for the series…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server lists no series of this study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Studies on PACS</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} series</source>
            <extracomment>One: Fetch this series</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch and open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>{spoken}
Enter or a double click fetches and opens it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server did not tell the series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Hide its series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Show its series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch from {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Any date</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{count:,} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{words}, searching on {waiting}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Search PACS: name or ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Name or ID to search on PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>How long ago the studies were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>PET only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Only studies that have a PET series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Add a server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Whether {name} is searched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch them into Station's list; the open study stays open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Ask for storage commitment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>The server confirms of each object that it keeps it; until then nothing is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>{name} · ID {id} · {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send to PACS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Tick what is to be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>With C-MOVE the server sends to Station by itself: it must know Station's AE title with this computer's address and the port of the listener, and the listener must be on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Nobody: no sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User and password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PACS servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Listener</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save and test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Such as HOSPITAL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Name or address in the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: DICOMweb only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>https://pacs.example/dicom-web, or empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>The connection is encrypted (TLS)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority that signed the server's certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate that shows who Station is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Private key of that certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Fetch by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Web address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give the server a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give its address and AE title, or its web address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM file, or empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM (*.pem *.crt *.cer *.key);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Take studies that are sent to Station while it is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE titles, with commas in between</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Interface</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Who may send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station listens as {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Testing… this takes a few seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Caution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>DICOMweb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>ENCRYPTION</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority (CA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Kept; type to replace it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>127.0.0.1: this computer only. 0.0.0.0: every network that it is in. Or the address of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: everybody, which is possible on this computer only. An AE title is a name, not a proof: who can reach the port can claim it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen. {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen: nobody can send to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Take those that have ended off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>and {count:,} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>TRANSFERS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>For research, not for diagnosis. Station is not a medical device and has not been clinically validated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>{sentence}

This is an error in Station, not in your data. Nothing was lost. The text below helps to find it; it contains no patient data but what you see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>Station made a mistake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>What went wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>{out} could not be written. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>No image was found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Preferences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Pages of the preferences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>All as at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Every setting of every page; your own layouts stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Applied at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>{error} What was chosen holds until Station is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Open&lt;/b&gt; a folder, files, a ZIP or a DICOMDIR with the button at the left of the tool bar, or drop them on the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;The demo study&lt;/b&gt; is synthetic and shows everything: File ▸ Open the demo study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Keys&lt;/b&gt;: F1 lists them, Edit ▸ Preferences changes them. 1 to 6 are SUV windows, the wheel scrolls slices, a left drag changes the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Help&lt;/b&gt;: a button that is grey says why when the mouse rests on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>For a blinded reader study you sign in with the name that its coordinator gave you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Welcome to Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open the demo study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Who reads here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>How it looks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Where things are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/preparing.py" />
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Fixed in a blinded reading, where no score may depend on settings: {keys}, Tab and Esc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Press the key for “{what}”, or Esc to leave it as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Search an action or a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys of all actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>No key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>As at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>no key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Your own; at first: {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Point: 13.96</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Comma: 13,96</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/viewing/pane_focus.py" />
            <source>Images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As what it holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Reader's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Typed values, findings and exports are recorded under this name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Grade the PETs of a study when it is opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Decimal sign of copied text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>For sentences and tables that go into a report. DICOM, JSON and CSV have points; the menu VOI exports a CSV for spreadsheets with commas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The language changes when Station starts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Size of the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The whole window follows: text, rows, buttons. Images and the key images made of them are on black in every theme.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>SUV windows on keys: 0 to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Each patient begins at SUV 0 to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>CT begins with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Inverse: dark on light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours are those of the images shown now and from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>A study opens in the layout of what it holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Choosing a layout while a study is open changes this too. Your own layouts: View ▸ Layout ▸ Save this layout.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Open from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder opened last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Write to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder written to last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Where the question for a file begins. Nothing is written among the images that are open, whatever is chosen here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>{words}: choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Upper bound of SUV window {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/preparing.py" />
            <source>Station compiles its kernels for this processor. This happens once, at the first start of a version, and takes a minute or two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>QA report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Save the PET QA report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade and checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Show what drives the grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Place liver sphere at the crosshair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Put the liver sphere back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Report without patient data…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Control chart…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade when a study is opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Click a check to go to its place in all panes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}. {value}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>It has no position to go to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>No dated image has been graded here yet. Open PET studies: they are graded automatically, and each image becomes a point in its scanner's chart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Rules broken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: not measured in any image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{count} of the {baseline} images needed for limits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>mean {mean:.2f}, SD {sd:.2f} of the first {baseline} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>. {other_weights} graded with other weights are left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Quality: control chart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Reading the stored grades…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Scanner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Kind of images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>The limits come from the first images since this day: choose the day after a service or an update of the scanner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Export CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Grades in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Click a point or a row to see which image it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Save the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>CSV (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>; {broken} break a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>; in control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source> Limits are drawn once there are {baseline} images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>no longer in the study list: open its folder again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: rule {numbers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Saved {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>not in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>+3 SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>−3 SD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Orange: where the network sees a loss of quality. A person might name another cause.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>WHAT PULLS THE GRADE DOWN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Places that lower the grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>From the front, the patient's right on the left. Click to go there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>What pulls the grade down, over the projection from the front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Go there. The share is relative to the strongest place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>No place in the image pulls its grade down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The image is graded once all images are shown, so that reading is not held up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The quality of a PET is graded and checked here when a study is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>For research. The grade does not replace a look at the image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>What may have gone wrong: &lt;b&gt;{words}&lt;/b&gt;</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Image whose quality is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The PET whose quality is shown (default: that in the active column)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Place liver sphere here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Show what drives it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>CHECKS &amp;nbsp; {summary_html}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Measure the liver at the crosshair, in a 3 mL sphere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Put the liver sphere back where it was placed automatically</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Find the places in the image that pull its grade down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Write the one-page PET QA report as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade and check the image again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The probability of the grades 3 to 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>{name} {version}, weights {sha256}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Not checked. {refusal}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>P(Good) {probability_good:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Probabilities of the grades: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>How probable each grade is
</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}, kept since.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change your password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Your password now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>New password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>{shortest_password} characters or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Repeat the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Stays in the record for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>New reader study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Read a study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Consensus…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Coordinator…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Hidden until the study is locked: the grade can reveal what an image is. After that it is compared here with the readers' scores.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Comparing with the QA grade…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Scores of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Graded</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Which scores: a criterion of the protocol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{method} A row's tip says what to know about its figures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {images}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} with grade {name} and score {header}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>No image has a QA grade yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{busy} is under way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images that were read, are in the library and have no grade by this network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>GRADE BY SCORE: {of}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>NOT COMPARED: {count} OF {read}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reader: reads every image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Adjudicator: takes part in the consensus only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Coordinator: follows the study, does not read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>After this no answer can be given or changed, and the key may be opened for the analysis. The record is checked first. The history shows that the study was locked, by whom and when.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Readers who have not signed can go on, and sets can be reopened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The key was open. Whoever has seen what the images are is no longer blinded; the results say that the study was unlocked, and why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen a reader's set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The signature is taken back, so that the reader can revise, and then sign again. Every answer given so far stays on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>A reader gets a list of all images in an order of their own. Tell them the password yourself; they choose another one when they first sign in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Name, as shown in the tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>First password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your own password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set a password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>For a reader or adjudicator who forgot theirs. What they have open ends, and they choose another password when they sign in. Tell it to nobody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw a reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>They can no longer sign in, the study does not wait for them, and their readings are not analysed. Everything they read stays on record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive the washout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The reader may begin the next session now. The results say that they did, and why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Open the key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Shows the case and the arm behind every image code, and where the case came from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Make the investigator's copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Protocol, audit trail, every answer first and last, and the key, in one file that you sign. Whoever has it can check it years later: station reading verify FILE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Sign and save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Not signed yet: {left}. If you lock now, the analysis uses what is there. A reason is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Remark (optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The study is not locked. Whoever sees the key is no longer blinded and must not advise the readers. Your name, the time and the reason are recorded and stay in the history. The analysis does not need this: it opens the key after the lock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>I will no longer be blinded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Key of {study}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save as CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save the key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write the analysis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables, tests, agreement, QA grades, figures and rows of {study}, with an R script that recomputes scores, agreement, SUVs and foci. Files of the same names in the folder are replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs measured in these cases, as CSV (optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Folder for the analysis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Last confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>No.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>revised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>not read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Cases and readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Search: name, code, action, reason, date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Choose an entry to see all of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Case and arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{name}  practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} of {whole:,} entries</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} entries</source>
            <extracomment>One: {count} entry</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record has not been read yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Coordinator: {study}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>QA grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reading the record…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study. If every coordinator forgets theirs, nobody can lock the study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save every reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save the investigator's copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>ZIP (*.zip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Read the record now (F5); it is also read every half minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>as of {at:%H:%M:%S}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Lock…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Unlock…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Analysis…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Readings, CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Investigator's copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reopen a set…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Add a person…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Set a password…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Withdraw a reader…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Waive the washout…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Change my password…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Check the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the key…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source> What is shown is as of {at:%H:%M:%S}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Wrote {written}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record could not be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{name}, coordinator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Close the study, so that it can be analysed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let readers who have not signed go on, with a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Take a reader's signature back, so that they can revise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>A reader, an adjudicator or another coordinator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>They no longer read, and are not analysed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let a reader begin the next session now, with a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>For a reader or adjudicator who forgot theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The chain of the audit trail, and every image file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>What the image codes mean; who asked, and why, is recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Every reading with its arm, one line each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Everything about the study in one signed file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Tables, tests, agreement, QA grade, rows, R script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>EVERY IMAGE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Copy the hash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{scores}: {scale} · {scores2}: {scale2}. Click a focus, then press a digit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{number} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Revision: the old answers stay on record, with the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Consensus: agree on one score for each criterion.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Practice: this case is not counted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not confirmed yet. {problem} It will be tried again automatically.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not stored yet. {problem} Your answers stay on the screen, and storing them will be tried again automatically.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Why does the answer change?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Reason of the revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Case {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Save the revision · Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{name}{value}: none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>describe it if Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Still to answer: {left}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Change an answer, or go back to the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Write why the answer changes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirming…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirm · Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Look at it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Where?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Site of focus {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove this mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove focus {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source> on {side}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Comment{of} (optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None in {side} · 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None · 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it in {side}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Blinded reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Axial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Coronal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Sagittal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Wider window, if adjustable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Narrower window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>↑ ↓ Tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>go to another question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Y N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>artifact: yes, no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>confirm; in a text: finish it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>axial, coronal, sagittal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>a slice up, down; wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>last, first slice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>turn the MIP; wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>window, if adjustable; left drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>whole body, original window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>crosshair on, off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The image is hidden and the clock is stopped. Your answers are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The next sitting opens on {day}, so that no image is remembered from the one before. What you confirmed is stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>What you confirmed is stored. Closing loses nothing.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} answers are not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</source>
            <extracomment>One: {count} answer is not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Close and lose them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nobody was here for a while. Your answers are kept; your password goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The scale stays the same. From now on every case counts, and the words of the scale appear when you point at a score.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>another day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Reading cannot go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nothing to agree on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>No two readers scored an image as differently as the protocol brings together.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} foci</source>
            <extracomment>One: {count} focus</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Loading the next case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Go on…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Practice is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Open this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Revised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The consensus on {cases} is final. The coordinator can lock the study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Artifact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>practice {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Password of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>{cases} agreed on. Look through them; each can be opened and revised, with a reason. Signing makes the consensus final.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings of {cases} are final. The consensus opens when every reader has signed: Reading ▸ Consensus.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All cases are read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look through your readings of {cases}. What is opened again can be revised, with a reason. Signing makes them all final.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Slice {number}/{of}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>outside the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Station: reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press {scores}–{scores2} to score, {enter}{away}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{planes}: plane · {middle}{signs}: reset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>You use it to sign in and to sign. The coordinator can give you another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to confirm, {away}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Type, then press Enter, {away}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Click a focus, press {scores}–{scores2} to mark it; 0: none. ↓ to go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Y or N, {away}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Enter to confirm, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{window}: window · </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Nobody was here for {idle_minutes} minutes. What was answered is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to save, {away}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>The password you were given is known to somebody else. Choose one of your own: only you can then sign with it. 12 characters or more; four or five words are easy to remember.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study yet. The coordinator makes one: Reading ▸ New reader study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Read a study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Coordinator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Images are shown on the full screen, under codes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Readers agree on what they scored very differently, still under codes. It opens when every reader has signed; one reader signs in for all present, or the adjudicator does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Progress, locking and the analysis of a study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Looking for reader studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study “{wanted}”. Ask the coordinator for its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>A case is a study with a conventional and a DL image of one scan. Readers practise on the practice cases first; those answers do not count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Studies of the archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Search by name, ID, date or description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Looking through the archive…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Images of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use for practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>All shown as cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{cases} · {count} for practice · {possible} of {count2} shown can be chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The selected studies ({key} in the table)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>No study matches. Search for something else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{patient_name} cannot be a case. {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Which images are compared:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Conventional: {conventional_label} · DL: {dl_label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The archive is empty. Open the studies in Station once; then they are listed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>This study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>A password has 12 characters or more (four or five words are easy to remember), does not contain the name, and no two people share one. Give each person theirs in private: they choose another when they first sign in, and then only they can sign with it. The coordinator's password opens the sealed key: it cannot be recovered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What is scored, on which scale, and how images are presented.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>at least {washout_cases} others between two images of one patient</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} mistakes in {name}</source>
            <extracomment>One: {count} mistake in {name}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The coordinator follows the study and does not read. Readers score alone. The adjudicator decides what readers scored very differently; without one they agree on it together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Summary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Both images of every case are copied under random codes, without their headers, checked for leaks, and recorded. The key is sealed under the coordinator's password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Preparation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>foci are marked, each with a confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Sites: {sites}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>* Our words: the source of the protocol gives none for this score.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>, and {days} between sittings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{images} images, {files:,} files and {attributes:,} attributes were looked at</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} things</source>
            <extracomment>One: one thing</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>As readers choose it, such as Denoising 2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Choose a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What the protocol says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Name of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocols (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{washout_days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>readers may change it, from 0–{low:g} to 0–{high:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Presentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Washout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Hidden repeats</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{repeats}, to see how well each reader agrees with themselves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>At the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Yes or no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{artifact}; a yes is described</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>on scores {large_difference} points apart or more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Correct the file, then choose it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{text} has no name. Enter one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The two passwords of {text} differ. Type both again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Adjudicator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Add a reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>An adjudicator decides the consensus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Show passwords</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study was not started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The leak check found {leaks} by which patients or arms could be distinguished ({looked}). The copies were deleted; nothing was recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>one image at a time, in a random order for each reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>both images of a patient side by side, A and B at random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>password again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count}, {images} images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Practice cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Each reader scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{shown} {what}, {repeats} of them repeats</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Readers of “{study}” can now sign in: Reading ▸ Read a study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study is ready to be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Leak check passed: {looked}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Planning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Optional: how many cases and readers show what you expect, with readers and cases as samples.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>From a pilot…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Simulate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cancel the simulation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>The simulation was cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Scores of a pilot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Tables (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>power</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>cases</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>{count} readers</source>
            <extracomment>One: {count} reader</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>New reader study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Looking for cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing a reader study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The study could not be prepared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>{sentence} Nothing was kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Give the study a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The protocol has mistakes. Correct them, or choose another protocol.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The preparation was cancelled. Nothing was kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelling …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Prepare the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional on CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL on CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the other image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the DL image of the other date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: MIP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>Station: second window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>What this window shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/single.py" />
            <source>The window that is open is of Station {build}, and this is Station {theirs}. Close that window, and start this one again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Files of the last opening that were left out, each with the reason</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/status.py" />
            <source>{count:,} files left out</source>
            <extracomment>One: {count} file left out</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Listening: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Other programs can send to Station; {came} came so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Reader: {reader}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Not listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>being computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of both PETs: type a value and press Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Spheres</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Paint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Draw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of the SUV window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend of CT and PET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend: CT on the left, PET on the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>More tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>{value} {unit} at {position}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>No image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open a folder of DICOM files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open DICOM files, a ZIP or a DICOMDIR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station's data folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>key image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>PNG (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Typed values are recorded under this name:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open files, ZIP or DICOMDIR…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image without patient data…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>{name} is not known to be the patient of the open study, {name2}. Show the image of another patient next to it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Show it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Do not show it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Ctrl + left drag moves the image of the other date, Ctrl + right drag turns it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust how the dates are laid onto each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>As it was before it was moved by hand (Ctrl+Backspace)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Nothing was moved by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the left of the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the right of the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, against the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, with the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>As it was before it was moved by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Register the two dates again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>VOIs of the other date as proposals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>{name} · ID {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>of ANOTHER STUDY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Compare: conventional | DL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>2×3: conventional, DL, CT or fusion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>One image large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>PET with CT: PET, CT, fusion, MIP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Three reconstructions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current, conventional and DL of each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>You have not saved a layout yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout. Studies with {kind} open in it from now on:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save the layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>New name of {old}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Choose the layout by what a study holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save this layout…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>My layouts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>This study does not hold three reconstructions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>None is saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no deep-learning denoised series. One can be computed from its unfiltered PET; any other series can be put here by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source> ({part} of {parts})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here; a series can also be dragged here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Series shown here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Being denoised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>The image appears here while it is computed, {series_words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>{percent} % computed · {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No DL-denoised image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No conventional PET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no attenuation-corrected PET series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no CT series.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No other image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show a series of any date here: drag it from the study list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the upper row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the lower row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show next to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Drawings are kept with the open study. Open the other date to draw on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>{fraction:.0f} % computed, not measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>This slice is still being computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>MIP when the image is complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>Being computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Text on the image:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>A MIP has no depth: use the {tool} in a slice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Series of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Acquired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>not recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Reconstruction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Not shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Border between {names} and {names2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Drag to share the room; double click to put it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>This station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search name, ID, date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>PATIENTS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Servers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{name}
ID {patient_id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{name}
{modality}, {slices} slices
Drag onto an image to show it there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{description}
Computed here and not saved: it is lost when another study is opened.
File › Save derived series… writes it as DICOM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>No study matches "{search}".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Studies that you open are listed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{words}
{value}
Double click to open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{mark}   not saved · {description}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show in column {number} ({title})	Alt+{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as conventional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as DL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as CT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Quality: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Take off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show next to the open study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_tree.py" />
            <source>Studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{unit} → {unit2} of {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>SUV inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Return to the header's value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Double click a value to type another. It is recorded with your name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>SUV inputs are shown here when a PET is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{label} is shown in {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>. {label} has no SUV: {suv_problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>. {label} has another factor: × {mean:.6g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>; the other image has the same factor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>{name}, other date: not measured here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>CHANGE MAP · red: DL higher, blue: lower</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>SYNTHETIC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>RESEARCH · not for diagnosis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>{label} lies in another frame of reference than {label2}. Place the VOI in the PET that it measures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No VOI is selected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>The selected VOI is not a sphere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No burden was found yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI to export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI and nothing drawn or written to export.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume of the sphere in mL:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue type:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>{refusal}

To place it all the same, give the reason:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read VOIs from NIfTI, DICOM SEG, RTSTRUCT or SR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOIs (*.nii *.nii.gz *.dcm *);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No contours, masks or reports were found next to the images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm forwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm backwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV with the patient's name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet with decimal commas…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM SR…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM SEG…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM RTSTRUCT…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>PDF page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Report with the patient's name, as PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 0.5 mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 3 mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of another volume…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Place a VOI: V and click, or V V</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Guided placement of the reference tissues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Propose the reference tissues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Back to the site before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Skip this site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow a lesion from a click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush: add to the selected VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser: take from the selected VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Whole-body burden…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Count or leave out parts of the burden by a click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Snap to the hottest voxel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy the sentence of the selected VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy all as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue of the lesion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Hide or show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read from NIfTI, SEG, RTSTRUCT or SR…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read what is next to the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume in mL:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour of the VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Export VOIs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOI 0.5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOI 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <location filename="../../station/ui/window.py" />
            <source>Isocontour in the sphere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No guided placement is under way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rule of growing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Nudge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Distance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse with statistics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Arrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Highest 1 mL mean in the VOI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>On the hottest voxel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Finds everything at or above a threshold in both images. What is in the brain, the heart, the kidneys, the bladder or a ureter is left out at first; a click counts a part or leaves it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Threshold in SUV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Whose parts are listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of the burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Δ: volume {words}, TLG {words2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>, {small} smaller not listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>{title}: {volume_ml:.1f} mL, TLG {tlg:.0f} in {count} of {count2} parts ≥ {level:g} {unit}{small}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>SUV ≥</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Click a part here, or in an image, to change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>"{text}" is not a threshold. Type an SUV such as 4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/drawn_table.py" />
            <source>Drawn on the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Findings of this study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Insert all measurements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>What was written before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Kept for {reader}, with its history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Nothing was written yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{head}Click in an image: {what}{after}{look}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Propose them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Find the reference tissues in this image and propose a place for each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>← Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>The site before (Shift+S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place the sphere where it is proposed (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Drop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place nothing there (Del)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place another site of the protocol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Choose a site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOIs are measured here when a study is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Still to place: {missing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOI of {volume_ml:g} mL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{head}Proposed: {what}&lt;br&gt;Enter places it, Del drops it; arrows, PgUp and PgDn move it by 1 mm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>&lt;br&gt;Shift + click only looks there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Guided placement →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{name} (placed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Skip this site →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Esc: place nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Δ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Δ %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>{title}: mean {mean:.2f} ± {sd:.2f}, min {minimum:.2f}, CoV {cov:.3f}, {volume_ml:.2f} mL, {voxels} voxels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Placed beyond the protocol's limits: {override}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>/ aortic arch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Ratio to the same statistic of the aortic arch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Place the aortic arch:
the ratios are taken to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>One image is in {units}, the other in {units2}:
nothing to plot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Open a study first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>VOIs in both images are plotted here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>{word}: mean →, {second} − {first} ↑
bias {bias:+.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>Bland–Altman</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>A reader study is being read on this station, so that nothing else is shown. Open the files when the reader has finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>{name} · {day} · Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Burden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Measure {name} on this date as well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Show here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The log is in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>There is no file or folder {missing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The key image could not be written to {path}. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Saved the key image {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
