<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Station</name>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Results of a batch are not shown during a blinded reading.</source>
            <translation>Ergebnisse eines Stapels werden während der verblindeten Befundung nicht gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Reading the results in {name}</source>
            <translation>Ergebnisse in {name} lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>The files of patient {cells} are no longer where the batch found them. Open their folder.</source>
            <translation>Die Dateien des Patienten {cells} liegen nicht mehr dort, wo der Stapel sie fand. Ihren Ordner öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/state.py" />
            <source>PET without description</source>
            <translation>PET ohne Beschreibung</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Proposals by rule, for a person to judge: not a verdict, not a diagnosis.</source>
            <translation>Vorschläge nach Regeln, von einem Menschen zu beurteilen: weder Urteil noch Diagnose.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion</source>
            <translation>Läsion</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Site</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not in view</source>
            <translation>nicht im Bildbereich</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>stomach, bowel</source>
            <translation>Magen, Darm</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <source>blood pool</source>
            <translation>Blutpool</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}: not possible. {problem}</source>
            <translation>{rule}: nicht möglich. {problem}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>met</source>
            <translation>erfüllt</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not met</source>
            <translation>nicht erfüllt</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not known</source>
            <translation>unbekannt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/table.py" />
            <source>{count} parts</source>
            <extracomment>One: {count} part</extracomment>
            <translation>
                <numerusform>{count} Anteil</numerusform>
                <numerusform>{count} Anteile</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL peak</source>
            <translation>SULpeak</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>MTV mL</source>
            <translation>MTV mL</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Their edges are {distance_mm:.0f} mm apart</source>
            <translation>Abstand ihrer Ränder: {distance_mm:.0f} mm</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Lesions: {lesions}.</source>
            <translation>Läsionen: {lesions}.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Alignment: {verdict}. {sentence}</source>
            <translation>Ausrichtung: {verdict}. {sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Caution: {sentence}</source>
            <translation>Hinweis: {sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}, proposed: {outcome}</source>
            <translation>{rule}, Vorschlag: {outcome}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden above {unit} {level:.2f}: {sums}</source>
            <translation>Tumorlast über {unit} {level:.2f}: {sums}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the open study as a proposal: check its place.</source>
            <translation>Als Vorschlag in die offene Untersuchung übertragen: Lage prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>They overlap</source>
            <translation>Sie überlappen</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{both} after the alignment.</source>
            <translation>{both} nach der Ausrichtung.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Current</source>
            <translation>Aktuell</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Prior</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Liver</source>
            <translation>Leber</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Blood pool</source>
            <translation>Blutpool</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: mean {mean:.2f}, SD {sd:.2f}, max {maximum:.2f} in {volume_ml:.1f} mL ({unit})</source>
            <translation>{organ}: Mittelwert {mean:.2f}, SD {sd:.2f}, Maximum {maximum:.2f} in {volume_ml:.1f} mL ({unit})</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL (James) is {sul_per_suv:.3f} × SUVbw</source>
            <translation>SUL (James) ist {sul_per_suv:.3f} × SUVbw</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden: there is no threshold.</source>
            <translation>Tumorlast: Es gibt keine Schwelle.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Left out as physiological: {parts}, {volume:.1f} mL ({organs})</source>
            <translation>Als physiologisch ausgelassen: {parts}, {volume:.1f} mL ({organs})</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{parts} too small to be listed</source>
            <translation>{parts} zu klein für die Liste</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the {proposed} date.</source>
            <translation>Übertragen in: {proposed}.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>prior</source>
            <translation>Voruntersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>current</source>
            <translation>aktuelle Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: not measured. {why}</source>
            <translation>{organ}: nicht gemessen. {why}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>no organ</source>
            <translation>kein Organ</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/language.py" />
            <source>no date</source>
            <translation>kein Datum</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Nothing is compared with other dates while images are read blinded.</source>
            <translation>Während der verblindeten Befundung wird nicht mit anderen Untersuchungen verglichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/denoising.py" />
            <location filename="../../station/app/pacs/sending.py" />
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>No study is open.</source>
            <translation>Keine Untersuchung ist geöffnet.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PET that can be shown.</source>
            <translation>Die offene Untersuchung hat kein PET, das gezeigt werden kann.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{reader} has not saved a lesion in either study. Place lesions (L), or compare everything above the PERCIST threshold.</source>
            <translation>{reader} hat in keiner der beiden Untersuchungen eine Läsion gespeichert. Läsionen setzen (L) oder alles über der PERCIST-Schwelle vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS: it may be there.</source>
            <translation>Die Liste von Station enthält kein PET dieses Patienten von einem anderen Datum. Den Ordner öffnen oder vom PACS abrufen: Es kann dort liegen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/workflow.py" />
            <source>{count} studies have this PatientID under another name: they are not offered.</source>
            <extracomment>One: {count} study has this PatientID under another name: it is not offered.</extracomment>
            <translation>
                <numerusform>{count} Untersuchung hat diese PatientID unter einem anderen Namen: Sie wird nicht angeboten.</numerusform>
                <numerusform>{count} Untersuchungen haben diese PatientID unter einem anderen Namen: Sie werden nicht angeboten.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>liver</source>
            <translation>Leber</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Looking for other dates of this patient…</source>
            <translation>Andere Untersuchungen dieses Patienten werden gesucht…</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PatientID, so no other study is known to be of this patient. Correct the header, and open the study again.</source>
            <translation>Die offene Untersuchung hat keine PatientID; damit ist von keiner anderen bekannt, dass sie von diesem Patienten stammt. Den Header korrigieren und die Untersuchung erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The images or their SUV inputs have changed since: compare again.</source>
            <translation>Die Bilder oder ihre SUV-Eingaben haben sich seither geändert: erneut vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The VOIs have changed since: compare again.</source>
            <translation>Die VOIs haben sich seither geändert: erneut vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The alignment was changed since: compare again.</source>
            <translation>Die Ausrichtung hat sich seither geändert: erneut vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The {organ} of the open study was put by hand.</source>
            <translation>{organ} der offenen Untersuchung: von Hand gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose a lesion.</source>
            <translation>Eine Läsion wählen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This lesion has no place in the open study.</source>
            <translation>Diese Läsion hat in der offenen Untersuchung keinen Ort.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} is a VOI of the open study already.</source>
            <translation>{name} ist bereits ein VOI der offenen Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/library.py" />
            <source>Looking for other dates of this patient</source>
            <translation>Andere Untersuchungen dieses Patienten suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/viewing/linking.py" />
            <source>Move the other date</source>
            <translation>Andere Untersuchung verschieben</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Add {name}</source>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saving the comparison</source>
            <translation>Vergleich speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose the date to compare with.</source>
            <translation>Die Untersuchung wählen, mit der verglichen wird.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Comparing two dates</source>
            <translation>Zwei Untersuchungen vergleichen</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The study of {date} was remembered by another version of Station, or is no longer in the list. Open it once, then compare again.</source>
            <translation>Die Untersuchung vom {date} wurde von einer anderen Version von Station gespeichert oder steht nicht mehr in der Liste. Sie einmal öffnen, dann erneut vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The two studies have one PatientID under different names: they are not known to be of one patient. Nothing is compared.</source>
            <translation>Die beiden Untersuchungen haben dieselbe PatientID unter verschiedenen Namen: Es ist nicht bekannt, dass sie von einem Patienten stammen. Nichts wird verglichen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source> That of the {name} date is at its registered place.</source>
            <translation> In der anderen Untersuchung ({name}): am registrierten Ort.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} has no place in the open study.</source>
            <translation>{name} hat in der offenen Untersuchung keinen Ort.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saved {names} in {name}</source>
            <translation>{names} in {name} gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>It was cancelled.</source>
            <translation>Es wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This reader</source>
            <translation>Dieser Befunder</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>An audit tells which image is which: it is off while images are read blinded.</source>
            <translation>Eine Prüfung verrät, welches Bild welches ist: Während der verblindeten Befundung ist sie aus.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>This study has no unfiltered PET with SUV, which an audit needs.</source>
            <translation>Diese Untersuchung hat kein ungefiltertes PET mit SUV; die Prüfung braucht eines.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Auditing the denoiser on {label}</source>
            <translation>Entrauscher an {label} prüfen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saving the audit</source>
            <translation>Prüfung speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saved {name}</source>
            <translation>{name} gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>An image is being denoised. Wait until it is complete, or press Esc to cancel it.</source>
            <translation>Ein Bild wird gerade entrauscht. Warten, bis es fertig ist, oder mit Esc abbrechen.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A network cannot know what the counts do not say. It has learned what images usually look like, and where counts are few it decides by that: a small faint lesion may be taken for noise, and noise for a lesion. Nor does it know this patient, the CT or the question asked.</source>
            <translation>Ein Netz kann nicht wissen, was die Zählereignisse nicht hergeben. Es hat gelernt, wie Bilder üblicherweise aussehen, und entscheidet danach, wo es wenige Ereignisse gibt: Eine kleine, schwache Läsion kann als Rauschen gelten und Rauschen als Läsion. Es kennt auch weder diesen Patienten noch das CT noch die Fragestellung.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to denoise.</source>
            <translation>Diese Untersuchung hat kein PET zum Entrauschen.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The network is not changed while images are read blinded.</source>
            <translation>Während der verblindeten Befundung wird das Netz nicht gewechselt.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to filter.</source>
            <translation>Diese Untersuchung hat kein PET zum Filtern.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>There is no unsaved derived series.</source>
            <translation>Es gibt keine ungespeicherte abgeleitete Serie.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The change map shows which image is which: it is off while images are read blinded.</source>
            <translation>Die Änderungskarte verrät, welches Bild welches ist: Während der verblindeten Befundung ist sie aus.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A change map needs a conventional and a DL image.</source>
            <translation>Eine Änderungskarte braucht ein konventionelles und ein DL-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no conventional image; the unfiltered one is shown in its place.</source>
            <translation>Diese Untersuchung hat kein konventionelles Bild; an dessen Stelle steht das ungefilterte.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saving {label}</source>
            <translation>{label} speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoising {label}</source>
            <translation>{label} entrauschen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoise {label}</source>
            <translation>{label} entrauschen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Filtering {label}</source>
            <translation>{label} filtern</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This series is not in the open study. Open its study first.</source>
            <translation>Diese Serie gehört nicht zur offenen Untersuchung. Zuerst ihre Untersuchung öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Comparing DL with conventional</source>
            <translation>DL mit konventionell vergleichen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>from {description}</source>
            <translation>aus {description}</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <location filename="../../station/app/doubting.py" />
            <source>Loading the denoiser for {label}</source>
            <translation>Entrauscher für {label} laden</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Putting the DL image next to its source</source>
            <translation>DL-Bild neben seine Quelle stellen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} belongs to another study. Open that study first.</source>
            <translation>{label} gehört zu einer anderen Untersuchung. Zuerst diese öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} was computed here. Choose the series it was made of.</source>
            <translation>{label} wurde hier berechnet. Die Serie wählen, aus der es entstand.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Listing {name}</source>
            <translation>{name} in die Liste aufnehmen</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Change map</source>
            <translation>Änderungskarte</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Conventional filter {fwhm_mm:g} mm</source>
            <translation>Konventioneller Filter {fwhm_mm:g} mm</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>What was written to {target} could not be read back. Choose another folder and save again.</source>
            <translation>Was nach {target} geschrieben wurde, ließ sich nicht zurücklesen. Einen anderen Ordner wählen und erneut speichern.</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} cannot be denoised without SUV. {suv_problem}</source>
            <translation>{label} kann ohne SUV nicht entrauscht werden. {suv_problem}</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saved {label}</source>
            <translation>{label} gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The SUV inputs were changed while {label} was being denoised, so that was stopped. Denoise it again.</source>
            <translation>Die SUV-Eingaben wurden geändert, während {label} entrauscht wurde; das wurde deshalb angehalten. Erneut entrauschen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are not saved.</source>
            <extracomment>One: {names} is not saved.</extracomment>
            <translation>
                <numerusform>Nicht gespeichert: {names}.</numerusform>
                <numerusform>Nicht gespeichert: {names}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are still under way.</source>
            <extracomment>One: {names} is still under way.</extracomment>
            <translation>
                <numerusform>Noch im Gange: {names}.</numerusform>
                <numerusform>Noch im Gange: {names}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The map of where the network is unsure shows which image is which: it is off while images are read blinded.</source>
            <translation>Die Karte, wo das Netz unsicher ist, verrät, welches Bild welches ist: Während der verblindeten Befundung ist sie aus.</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The DL image that is shown was not made by a network of this program, so nothing is known of where that is unsure.</source>
            <translation>Das gezeigte DL-Bild stammt von keinem Netz dieses Programms; wo jenes unsicher ist, ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>A map of where the network is unsure needs the unfiltered image that the DL image was made of, in the same study.</source>
            <translation>Eine Karte, wo das Netz unsicher ist, braucht das ungefilterte Bild, aus dem das DL-Bild entstand, in derselben Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The DL image was made by weights that are not installed here, such as those of another version of this program. Denoise its source again to see where the network is unsure.</source>
            <translation>Das DL-Bild entstand mit Gewichten, die hier nicht installiert sind, etwa denen einer anderen Version dieses Programms. Die Quelle erneut entrauschen, um zu sehen, wo das Netz unsicher ist.</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>A map of where the network is unsure needs a DL image.</source>
            <translation>Eine Karte, wo das Netz unsicher ist, braucht ein DL-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Where the network is unsure</source>
            <translation>Wo das Netz unsicher ist</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>Looking where the network is unsure</source>
            <translation>Suchen, wo das Netz unsicher ist</translation>
        </message>
        <message>
            <location filename="../../station/app/exports.py" />
            <source>{parent} holds the images that are open, and nothing is written among them. Choose another folder.</source>
            <translation>{parent} enthält die offenen Bilder; dazwischen wird nichts geschrieben. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name}: the computer has run out of memory. Close other programs and try again.</source>
            <translation>{name}: Der Arbeitsspeicher reicht nicht. Andere Programme schließen und erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name} failed: {error}</source>
            <translation>{name}: fehlgeschlagen ({error})</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>ends what was begun last</source>
            <translation>beendet das zuletzt Begonnene</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next field</source>
            <translation>geht zum nächsten Feld</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the field before</source>
            <translation>geht zum vorigen Feld</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>copies</source>
            <translation>kopiert</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>pastes</source>
            <translation>fügt ein</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>cuts</source>
            <translation>schneidet aus</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>selects all</source>
            <translation>wählt alles aus</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>opens the menu of a row</source>
            <translation>öffnet das Menü einer Zeile</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>says that no focus is seen</source>
            <translation>sagt, dass kein Fokus zu sehen ist</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers yes</source>
            <translation>antwortet Ja</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers no</source>
            <translation>antwortet Nein</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the question before</source>
            <translation>geht zur vorigen Frage</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next question</source>
            <translation>geht zur nächsten Frage</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>confirms</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>scores</source>
            <translation>vergibt einen Score</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Control</source>
            <translation>Control</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>Meta</source>
            <translation>Meta</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>There is no action "{id}". `station settings` lists them all.</source>
            <translation>Es gibt keine Aktion „{id}“. `station settings` listet alle auf.</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>"{key}" is not a key. Write one such as B, F5, PgUp, Ctrl+B or Ctrl+Shift+B.</source>
            <translation>„{key}“ ist keine Taste. Beispiele: B, F5, PgUp, Ctrl+B, Ctrl+Shift+B.</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{what} can have {most} keys at most.</source>
            <translation>{what}: höchstens {most} Tasten.</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in every window. Choose another key.</source>
            <translation>{key} {does} in jedem Fenster. Eine andere Taste wählen.</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in a blinded reading, where {named} has a key too. Choose another key.</source>
            <translation>{key} {does} in einer verblindeten Befundung, in der auch {named} eine Taste hat. Eine andere Taste wählen.</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} is the key of {named}. Choose another key, or take it away there first.</source>
            <translation>{key} ist die Taste von {named}. Eine andere wählen oder sie dort zuerst entfernen.</translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>, </source>
            <comment>between the things of a list</comment>
            <translation>, </translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} and {final}</source>
            <comment>a list</comment>
            <translation>{others} und {final}</translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} or {final}</source>
            <comment>a list</comment>
            <translation>{others} oder {final}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/status.py" />
            <source>{count} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation>
                <numerusform>{count} Untersuchung</numerusform>
                <numerusform>{count} Untersuchungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count:,} left out</source>
            <translation>{count:,} ausgelassen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{studies} with {series} series in {files:,} files, {left_out}.</source>
            <translation>{studies}, {series} Serien, {files:,} Dateien, {left_out}.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>No image was found in {where}: {count} left out. {name}: {reason}</source>
            <translation>In {where} wurde kein Bild gefunden: {count} ausgelassen. {name}: {reason}</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Projecting {label}</source>
            <translation>{label} projizieren</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>the given paths</source>
            <translation>den angegebenen Pfaden</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no files.</source>
            <translation>Keine Dateien in {where}.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no DICOM images.</source>
            <translation>Keine DICOM-Bilder in {where}.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading the list of studies</source>
            <translation>Untersuchungsliste lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Searching</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Taking a study off the list</source>
            <translation>Untersuchung aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count} paths</source>
            <translation>{count} Pfade</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening {name}</source>
            <translation>{name} öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{files} next to the images can be read as VOIs: {kinds}.</source>
            <translation>{files} neben den Bildern als VOIs lesbar: {kinds}.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening the study</source>
            <translation>Untersuchung öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <location filename="../../station/ui/notice.py" />
            <source>Making the demo study</source>
            <translation>Demo-Untersuchung erzeugen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading what is stored</source>
            <translation>Gespeichertes lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The list has an earlier date of this patient: {day}.</source>
            <translation>Die Liste enthält eine frühere Untersuchung dieses Patienten: {day}.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Finding the series</source>
            <translation>Serien suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Loading {label}</source>
            <translation>{label} laden</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Getting ready to measure</source>
            <translation>Messung vorbereiten</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Recording the typed value</source>
            <translation>Eingegebenen Wert aufzeichnen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs</source>
            <translation>VOIs holen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs of the other date</source>
            <translation>VOIs der anderen Untersuchung holen</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Storing the VOIs</source>
            <translation>VOIs ablegen</translation>
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
            <location filename="../../station/ui/status.py" />
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>no name</source>
            <translation>kein Name</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the history</source>
            <translation>Verlauf holen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <source>{count} files</source>
            <extracomment>One: {count} file</extracomment>
            <translation>
                <numerusform>{count} Datei</numerusform>
                <numerusform>{count} Dateien</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The series of {patient_name} was remembered by another version of Station. Open its study once, then put it here.</source>
            <translation>Die Serie von {patient_name} wurde von einer anderen Version von Station gespeichert. Ihre Untersuchung einmal öffnen, dann hierher ziehen.</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>This study is not in the list. Open its folder again.</source>
            <translation>Diese Untersuchung steht nicht in der Liste. Ihren Ordner erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Station knows no PACS. Add one under File ▸ PACS servers.</source>
            <translation>Station kennt kein PACS. Unter Datei ▸ PACS-Server eines hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Nothing was made of this study yet: no derived series, no VOI, no image is shown.</source>
            <translation>Zu dieser Untersuchung wurde noch nichts erstellt: keine abgeleitete Serie, kein VOI, kein Bild ist zu sehen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>There is no VOI.</source>
            <translation>Es gibt kein VOI.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>No image is shown.</source>
            <translation>Kein Bild wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file.</source>
            <translation>Kein Bild der Untersuchung liegt in einer Datei.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} is not saved, so no report can name its images.</source>
            <translation>{label} ist nicht gespeichert; kein Bericht kann seine Bilder nennen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>QA grade and checks of {label} (SR)</source>
            <translation>QA-Note und Prüfungen von {label} (SR)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI measurements (SR)</source>
            <translation>VOI-Messungen (SR)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as segmentation (SEG)</source>
            <translation>VOIs als Segmentierung (SEG)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as contours (RTSTRUCT)</source>
            <translation>VOIs als Konturen (RTSTRUCT)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI page (PDF)</source>
            <translation>VOI-Seite (PDF)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Report of the study (PDF)</source>
            <translation>Bericht zur Untersuchung (PDF)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>What is on the screen (key image)</source>
            <translation>Bildschirminhalt (Schlüsselbild)</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Writing what is sent</source>
            <translation>Zu Sendendes schreiben</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file, so no document can name it.</source>
            <translation>Kein Bild der Untersuchung liegt in einer Datei; kein Dokument kann es nennen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A grade that was chosen is no longer there. Grade the image again.</source>
            <translation>Eine gewählte Note ist nicht mehr vorhanden. Das Bild erneut benoten.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A series that was chosen is no longer there. Open the study again.</source>
            <translation>Eine gewählte Serie ist nicht mehr vorhanden. Die Untersuchung erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} belongs to a study that is no longer open. Open it again.</source>
            <translation>{label} gehört zu einer Untersuchung, die nicht mehr offen ist. Sie erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>It is in no file, so no report can name it.</source>
            <translation>Es liegt in keiner Datei; kein Bericht kann es nennen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Nothing of PACS is shown during a blinded reading.</source>
            <translation>Während der verblindeten Befundung wird vom PACS nichts gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Station knows no PACS yet. Add one with its address and AE titles to look through its studies.</source>
            <translation>Station kennt noch kein PACS. Eines mit Adresse und AE-Titeln hinzufügen, um seine Untersuchungen zu durchsuchen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>here</source>
            <translation>hier</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>partly here</source>
            <translation>teilweise hier</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{nothing} Search with fewer words, longer ago or in all modalities.</source>
            <translation>{nothing} Mit weniger Wörtern, längerem Zeitraum oder in allen Modalitäten suchen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} was found.</source>
            <translation>{no_study} auf {where} gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type a name or an ID, or choose how long ago the study was.</source>
            <translation>Name oder ID eingeben oder einen Zeitraum wählen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count:,} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation>
                <numerusform>{count} Bild</numerusform>
                <numerusform>{count:,} Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored</source>
            <translation>{sent:,} ✓ gesendet ✓ gespeichert</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} earlier PET studies</source>
            <extracomment>One: {count} earlier PET study</extracomment>
            <translation>
                <numerusform>{count} frühere PET-Untersuchung</numerusform>
                <numerusform>{count} frühere PET-Untersuchungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} on {servers}</source>
            <translation>{count} auf {servers}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Reading the list of servers…</source>
            <translation>Serverliste wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No server is chosen. Tick one under Servers.</source>
            <translation>Kein Server ist gewählt. Unter Server einen ankreuzen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Searching on {asked}…</source>
            <translation>Suche auf {asked}…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>PET study</source>
            <comment>there is none</comment>
            <translation>PET-Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>study</source>
            <comment>there is none</comment>
            <translation>Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} matches "{words}".</source>
            <translation>{no_study} auf {where} passt zu „{words}“.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type {fewest_letters} letters or more of a name or an ID.</source>
            <translation>Mindestens {fewest_letters} Buchstaben eines Namens oder einer ID eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>All of it is on this computer</source>
            <translation>Vollständig auf diesem Rechner</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>A part of it is on this computer</source>
            <translation>Teilweise auf diesem Rechner</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Not on this computer</source>
            <translation>Nicht auf diesem Rechner</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study</source>
            <translation>Eine Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{done:,} of {wanted:,}</source>
            <translation>{done:,} von {wanted:,}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored ✓ committed</source>
            <translation>{sent:,} ✓ gesendet ✓ gespeichert ✓ bestätigt</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of today</source>
            <translation>Keine {what} von heute</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 7 days</source>
            <translation>Keine {what} der letzten 7 Tage</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 30 days</source>
            <translation>Keine {what} der letzten 30 Tage</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what}</source>
            <translation>Keine {what}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} answers</source>
            <extracomment>One: {count} answer</extracomment>
            <translation>
                <numerusform>{count} Antwort</numerusform>
                <numerusform>{count} Antworten</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Series {number}</source>
            <translation>Serie {number}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>no description</source>
            <translation>keine Beschreibung</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Asking the server…</source>
            <translation>Anfrage an den Server…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{duration} left</source>
            <translation>noch {duration}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{images_words} received</source>
            <translation>{images_words} empfangen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{server} has more than the {count:,} studies listed. Narrow the search.</source>
            <translation>{server} hat mehr als die {count:,} aufgeführten Untersuchungen. Die Suche eingrenzen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{answers} of {server} cannot be read and are left out.</source>
            <translation>{server}: {answers} nicht lesbar und ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{counted} arrived</source>
            <translation>{counted} angekommen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped at {counted}</source>
            <translation>Angehalten bei {counted}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{missing:,} of {images_words} did not arrive.</source>
            <translation>{images_words}, davon {missing:,} nicht angekommen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} objects</source>
            <extracomment>One: {count} object</extracomment>
            <translation>
                <numerusform>{count} Objekt</numerusform>
                <numerusform>{count} Objekte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>RTSTRUCT</source>
            <translation>RTSTRUCT</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} transfers from or to PACS are still under way; Station can go on at its next start.</source>
            <extracomment>One: {count} transfer from or to PACS is still under way; Station can go on at its next start.</extracomment>
            <translation>
                <numerusform>{count} PACS-Übertragung ist noch im Gange; Station kann sie beim nächsten Start fortsetzen.</numerusform>
                <numerusform>{count} PACS-Übertragungen sind noch im Gange; Station kann sie beim nächsten Start fortsetzen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not committed.</source>
            <extracomment>One: {count:,} of {total} was not committed.</extracomment>
            <translation>
                <numerusform>{total}, davon {count:,} nicht bestätigt.</numerusform>
                <numerusform>{total}, davon {count:,} nicht bestätigt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not stored.</source>
            <extracomment>One: {count:,} of {total} was not stored.</extracomment>
            <translation>
                <numerusform>{total}, davon {count:,} nicht gespeichert.</numerusform>
                <numerusform>{total}, davon {count:,} nicht gespeichert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading the list of servers</source>
            <translation>Serverliste lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Searching on {name}</source>
            <translation>Auf {name} suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking what is here</source>
            <translation>Nachsehen, was hier ist</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Asking for series</source>
            <translation>Serien erfragen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching a slice</source>
            <translation>Schicht abrufen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking for earlier studies</source>
            <translation>Frühere Untersuchungen suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Keeping the server</source>
            <translation>Server speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Removing the server</source>
            <translation>Server entfernen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Testing {name}</source>
            <translation>{name} testen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading how Station listens</source>
            <translation>Einstellungen des Empfangsdiensts lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Setting the listener</source>
            <translation>Empfangsdienst einstellen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Beginning to listen</source>
            <translation>Empfangsdienst starten</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{aet} on {host}:{port}</source>
            <translation>{aet} auf {host}:{port}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{arrived} arrived while you were reading.</source>
            <translation>{arrived} während der Befundung angekommen.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching from PACS</source>
            <translation>Vom PACS abrufen</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Sending to PACS</source>
            <translation>An PACS senden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} transfers from or to PACS were interrupted.</source>
            <extracomment>One: {count} transfer from or to PACS was interrupted.</extracomment>
            <translation>
                <numerusform>{count} PACS-Übertragung wurde unterbrochen.</numerusform>
                <numerusform>{count} PACS-Übertragungen wurden unterbrochen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study with {images} arrived from {sender}.</source>
            <translation>Untersuchung von {sender} angekommen: {images}.</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Station no longer knows the server {server}. Add it again under PACS servers.</source>
            <translation>Station kennt den Server {server} nicht mehr. Ihn unter PACS-Server erneut hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not a size of text. Use a whole number from {low} to {high} (percent).</source>
            <translation>„{value}“ ist keine Textgröße. Eine ganze Zahl von {low} bis {high} (Prozent) verwenden.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not an SUV window. Write its upper bound, from {suv_limits:g} to {suv_limits2:g}, such as 7.</source>
            <translation>„{value}“ ist kein SUV-Fenster. Die Obergrenze angeben, von {suv_limits:g} bis {suv_limits2:g}, etwa 7.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>The SUV windows on keys are {presets} upper bounds, each larger than the one before, such as 5 6 7 10 15 20.</source>
            <translation>Die SUV-Fenster auf Tasten sind {presets} Obergrenzen, jede größer als die vorige, etwa 5 6 7 10 15 20.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{text}" is not a folder. Write the whole path of one that exists.</source>
            <translation>„{text}“ ist kein Ordner. Den vollen Pfad eines vorhandenen angeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not {what}. Use {names}.</source>
            <translation>„{text}“ ist {what}. Möglich: {names}.</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a theme</source>
            <translation>kein Farbschema</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a decimal sign</source>
            <translation>kein Dezimalzeichen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This study has no PET to grade.</source>
            <translation>Diese Untersuchung hat kein PET zum Benoten.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The quality of an image can reveal which it is: it is hidden while images are read blinded.</source>
            <translation>Die Qualität eines Bildes kann verraten, welches es ist: Während der verblindeten Befundung ist sie verborgen.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is being graded.</source>
            <translation>{label} wird benotet.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has no grade yet.</source>
            <translation>Dieses Bild hat noch keine Note.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>There is no grade, so nothing drives it.</source>
            <translation>Es gibt keine Note, also nichts, was sie bestimmt.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has not been checked yet.</source>
            <translation>Dieses Bild wurde noch nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The liver sphere was placed automatically.</source>
            <translation>Die Leberkugel wurde automatisch gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is not shown, and what is shown is in another frame of reference. Show it first.</source>
            <translation>{label} wird nicht gezeigt, und das gezeigte Bild liegt in einem anderen Bezugssystem. Zuerst {label} zeigen.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Quality {grade} of 5: {verdict}</source>
            <translation>Qualität {grade} von 5: {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Quality {grade} of 5: {verdict}, P(Good) {probability_good:.2f}</source>
            <translation>Qualität {grade} von 5: {verdict}, P(Gut) {probability_good:.2f}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Driven by {drivers}.</source>
            <translation>Bestimmt durch {drivers}.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>What may have gone wrong: {causes}</source>
            <translation>Mögliche Ursachen: {causes}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>To look at</source>
            <translation>Zu prüfen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is graded once the images are shown.</source>
            <translation>Es wird benotet, sobald die Bilder zu sehen sind.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>not graded</source>
            <translation>nicht benotet</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>grading…</source>
            <translation>wird benotet…</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is being graded.</source>
            <translation>Es wird gerade benotet.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Not graded. {why}</source>
            <translation>Nicht benotet. {why}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Automatic grading is switched off (menu Quality).</source>
            <translation>Die automatische Benotung ist ausgeschaltet (Menü Qualität).</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It was stopped by hand.</source>
            <translation>Sie wurde von Hand angehalten.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It is one of several images in one series, such as time frames, which are not graded automatically.</source>
            <translation>Es ist eines von mehreren Bildern einer Serie, etwa Zeitphasen; solche werden nicht automatisch benotet.</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grade automatically</source>
            <translation>Automatisch benoten</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Reading the stored grades</source>
            <translation>Gespeicherte Noten lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Looking for stored grades</source>
            <translation>Gespeicherte Noten suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report of {label}</source>
            <translation>Bericht zu {label} schreiben</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grading {label}</source>
            <translation>{label} benoten</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Storing the grade</source>
            <translation>Note ablegen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere by hand</source>
            <translation>Leberkugel von Hand setzen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere automatically</source>
            <translation>Leberkugel automatisch setzen</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Loading the grader</source>
            <translation>Benoter laden</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report</source>
            <translation>Bericht schreiben</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>The grade was not stored. {sentence}</source>
            <translation>Die Note wurde nicht abgelegt. {sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Wrote the QA report {name}</source>
            <translation>QA-Bericht {name} geschrieben</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole: {entries:,} entries, and every image is what it was. Last hash: {head}{cautions}</source>
            <translation>Die Aufzeichnung ist unversehrt: {entries:,} Einträge, und jedes Bild ist unverändert. Letzter Hash: {head}{cautions}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Looking for grades</source>
            <translation>Noten suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Comparing with the QA grade</source>
            <translation>Mit der QA-Note vergleichen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is broken. {sentence}</source>
            <translation>Die Aufzeichnung ist beschädigt. {sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole, but images are not what they were when the study was made: {changed_images}. Put them back from a backup.</source>
            <translation>Die Aufzeichnung ist unversehrt, aber Bilder sind nicht mehr, was sie beim Anlegen der Studie waren: {changed_images}. Aus einer Sicherung wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reading the record</source>
            <translation>Aufzeichnung lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Locking the study</source>
            <translation>Studie sperren</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Unlocking the study</source>
            <translation>Studie entsperren</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reopening a reader's set</source>
            <translation>Satz eines Befunders wieder öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Withdrawing a reader</source>
            <translation>Befunder ausschließen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Waiving the washout</source>
            <translation>Washout erlassen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Adding {name}</source>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Setting a password</source>
            <translation>Passwort setzen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Changing the password</source>
            <translation>Passwort ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Opening the key</source>
            <translation>Schlüssel öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Checking the record</source>
            <translation>Aufzeichnung prüfen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/voi/exporting.py" />
            <source>Writing {name}</source>
            <translation>{name} schreiben</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Writing the analysis</source>
            <translation>Auswertung schreiben</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Grading images</source>
            <translation>Bilder benoten</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>{busy} is still under way. Wait for it.</source>
            <translation>Noch im Gange: {busy}. Warten, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source> Note:{cautions}</source>
            <translation> Hinweis:{cautions}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The folder has {count} PET images in place of one.</source>
            <translation>Der Ordner hat {count} PET-Bilder statt eines.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <source>Loading</source>
            <translation>Laden</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The image of {code} cannot be read: its files are missing or damaged, or this station does not see them. Tell the coordinator.</source>
            <translation>Das Bild von {code} ist nicht lesbar: Seine Dateien fehlen, sind beschädigt oder von hier nicht erreichbar. Den Koordinator informieren.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Was locked, its key was open, and it was unlocked: "{reason}"</source>
            <translation>War gesperrt, der Schlüssel war offen, und wurde entsperrt: „{reason}“</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} days</source>
            <extracomment>One: {count} day</extracomment>
            <translation>
                <numerusform>{count} Tag</numerusform>
                <numerusform>{count} Tagen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due {day}, {when}</source>
            <translation>fällig {day}, {when}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, practice {number}</source>
            <translation>{code}, Übung {number}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, no. {number}</source>
            <translation>{code}, Nr. {number}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}, shown again</source>
            <translation>{place}, erneut gezeigt</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}: confirmed {moment} after {duration}</source>
            <translation>{place}: bestätigt {moment} nach {duration}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}: confirmed {moment}</source>
            <translation>{place}: bestätigt {moment}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{tip}; revised {count} times</source>
            <extracomment>One: {tip}; revised once</extracomment>
            <translation>
                <numerusform>{tip}; einmal revidiert</numerusform>
                <numerusform>{tip}; {count}-mal revidiert</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>images agreed on, not signed</source>
            <translation>Bilder im Konsens, nicht unterzeichnet</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no due date</source>
            <translation>kein Termin</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due today</source>
            <translation>heute fällig</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked.</source>
            <translation>Die Studie ist gesperrt.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is not locked.</source>
            <translation>Die Studie ist nicht gesperrt.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked. Unlock it first.</source>
            <translation>Die Studie ist gesperrt. Sie zuerst entsperren.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The consensus has begun: readers have seen each other's scores.</source>
            <translation>Der Konsens hat begonnen: Befunder haben die Scores der anderen gesehen.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Nobody has signed.</source>
            <translation>Niemand hat unterzeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>A study keeps one reader at least.</source>
            <translation>Eine Studie behält mindestens einen Befunder.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Every reader has signed; the consensus is open.</source>
            <translation>Alle Befunder haben unterzeichnet; der Konsens ist offen.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The protocol has no washout in days.</source>
            <translation>Das Protokoll hat kein Washout in Tagen.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The key is sealed until the study is locked.</source>
            <translation>Der Schlüssel ist versiegelt, bis die Studie gesperrt ist.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Entry {number}: {who} {action}, {to_the_second}</source>
            <translation>Eintrag {number}: {who} {action}, {to_the_second}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Station {station}, version {version}</source>
            <translation>Station {station}, Version {version}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Hash: {hash}</source>
            <translation>Hash: {hash}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>overdue, {days}</source>
            <translation>überfällig seit {days}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>the consensus</source>
            <translation>der Konsens</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Read</source>
            <translation>Befundet</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{done} of {total} readings; {signed} of {count} readers signed</source>
            <translation>{done} von {total} Befundungen; unterzeichnet: {signed} von {count} Befundern</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Time a case</source>
            <translation>Zeit pro Fall</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Discordant</source>
            <translation>Abweichend</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Consensus</source>
            <translation>Konsens</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/app/words.py" />
            <source>signed</source>
            <translation>unterzeichnet</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>opens when every reader has signed</source>
            <translation>öffnet, sobald alle Befunder unterzeichnet haben</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is discordant</source>
            <translation>kein Bild ist abweichend</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Reason: {reason}</source>
            <translation>Grund: {reason}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}: {content} readings</source>
            <translation>{whose}: {content} Befundungen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}, session {content}</source>
            <translation>{whose}, Sitzung {content}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>not signed: {content}</source>
            <translation>nicht unterzeichnet: {content}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>yesterday {time}</source>
            <translation>gestern {time}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>today {time}</source>
            <translation>heute {time}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{practised} of {count}</source>
            <translation>{practised} von {count}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>median of all readers</source>
            <translation>Median aller Befunder</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>nobody has read yet</source>
            <translation>noch keine Befundung</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is scored by all yet</source>
            <translation>noch kein Bild von allen bewertet</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{discordant} of {compared} scored by all differ by {points} or more</source>
            <translation>{discordant} von {compared} allseits bewerteten: um {points} oder mehr abweichend</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>in {days}</source>
            <translation>in {days}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{days} ago</source>
            <translation>vor {days}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, revision {number}</source>
            <translation>{code}, Revision {number}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>(not shown)</source>
            <translation>(nicht gezeigt)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} points</source>
            <extracomment>One: {count} point</extracomment>
            <translation>
                <numerusform>{count} Punkt</numerusform>
                <numerusform>{count} Punkte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>DL − conventional, in points</source>
            <translation>DL − konventionell, in Punkten</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Margin</source>
            <translation>Schranke</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Of non-inferiority, in points; none: a difference is shown</source>
            <translation>Der Nichtunterlegenheit, in Punkten; leer: ein Unterschied wird gezeigt</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Conventional score</source>
            <translation>Konventioneller Score</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Mean score of the conventional arm</source>
            <translation>Mittlerer Score des konventionellen Arms</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by arm, SD</source>
            <translation>Befunder × Arm, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How differently readers see each arm; it limits what more cases can do</source>
            <translation>Wie verschieden die Befunder jeden Arm sehen; begrenzt, was mehr Fälle bewirken</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases by arm, SD</source>
            <translation>Fälle × Arm, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How different the arms of a case are</source>
            <translation>Wie verschieden die Arme eines Falls sind</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>One reading, SD</source>
            <translation>Eine Befundung, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>What a reader does not repeat</source>
            <translation>Was ein Befunder nicht wiederholt</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases, SD</source>
            <translation>Fälle, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>In both arms alike</source>
            <translation>In beiden Armen gleich</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers, SD</source>
            <translation>Befunder, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by case, SD</source>
            <translation>Befunder × Fall, SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>To show {goal}:</source>
            <translation>Um zu zeigen: {goal}:</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source> It also has {rest}.</source>
            <translation> Außerdem enthalten: {rest}.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>From the pilot's "{first}".{others}</source>
            <translation>Aus „{first}“ der Pilotstudie.{others}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Readers</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>{opened}{so_far}. Every opening is recorded, first and last answers are kept, and the analysis uses the {analysed_answers}.</source>
            <translation>{opened}{so_far}. Jedes Öffnen wird aufgezeichnet, erste und letzte Antworten bleiben erhalten; Antworten der Auswertung: {analysed_answers}.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>what the artifact is</source>
            <translation>worum es sich beim Artefakt handelt</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets nobody open a case again</source>
            <translation>Nach dem Protokoll darf kein Fall erneut geöffnet werden</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets a reader open {cases} again</source>
            <translation>Nach dem Protokoll darf ein Befunder {cases} erneut öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source> ({looked_again} so far)</source>
            <translation> (bisher {looked_again})</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>any case</source>
            <translation>jeden Fall</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/sitting.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{count} cases</source>
            <extracomment>One: {count} case</extracomment>
            <translation>
                <numerusform>{count} Fall</numerusform>
                <numerusform>{count} Fälle</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Station made a mistake while {doing} ({kind}). What is confirmed is stored. Try again, and tell the coordinator if it persists.</source>
            <translation>Station hat einen Fehler gemacht ({doing}; {kind}). Bestätigtes ist gespeichert. Erneut versuchen; bleibt es dabei, den Koordinator informieren.</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Locking the screen</source>
            <translation>Bildschirm sperren</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing in again</source>
            <translation>Erneut anmelden</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Opening a case</source>
            <translation>Fall öffnen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Revising a reading</source>
            <translation>Befundung revidieren</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing</source>
            <translation>Unterzeichnen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Asking what is next</source>
            <translation>Nächsten Fall erfragen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing an answer</source>
            <translation>Antwort speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Confirming</source>
            <translation>Bestätigen</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing answers</source>
            <translation>Antworten speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>loading an image</source>
            <translation>Bild laden</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source> Did you mean {near}?</source>
            <translation> Gemeint: {near}?</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>There is no setting "{name}".{meant} `station settings` lists them all.</source>
            <translation>Es gibt keine Einstellung „{name}“.{meant} `station settings` listet alle auf.</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not a CT window. Use {ct_presets}, or two bounds in HU such as -160 240.</source>
            <translation>„{text}“ ist kein CT-Fenster. {ct_presets} verwenden oder zwei Grenzen in HU, etwa -160 240.</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>The reader's name is empty. Write a name.</source>
            <translation>Der Name des Befunders ist leer. Einen Namen angeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a layout here</source>
            <translation>hier kein Layout</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is neither on nor off. Write on or off.</source>
            <translation>„{text}“ ist weder on noch off. on oder off angeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a colour map</source>
            <translation>keine Farbtabelle</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>The DL image is still being computed. Wait until it is complete, or press Esc to cancel it.</source>
            <translation>Das DL-Bild wird noch berechnet. Warten, bis es fertig ist, oder mit Esc abbrechen.</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>another study, {day}</source>
            <translation>andere Untersuchung, {day}</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>ANOTHER PATIENT: {name}, {day}</source>
            <translation>ANDERER PATIENT: {name}, {day}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Uptake time, {note}</source>
            <translation>Uptake-Zeit, {note}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{mmol_per_l:.1f} mmol/L</source>
            <translation>{mmol_per_l:.1f} mmol/L</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Age at the scan</source>
            <translation>Alter bei der Aufnahme</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>uptake {minutes}</source>
            <translation>Uptake {minutes}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Tracer: {tip}</source>
            <translation>Tracer: {tip}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>glucose {amount}</source>
            <translation>Glukose {amount}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Blood glucose, from {value}</source>
            <translation>Blutzucker, aus {value}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>
The header says {text}, but from the birth date the age is {years} years.</source>
            <translation>
Im Header steht {text}, aus dem Geburtsdatum ergeben sich {years} Jahre.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/viewing/banner.py" />
            <source>{count} years</source>
            <extracomment>One: {count} year</extracomment>
            <translation>
                <numerusform>{count} Jahr</numerusform>
                <numerusform>{count} Jahre</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/viewing/banner.py" />
            <source>{count} months</source>
            <extracomment>One: {count} month</extracomment>
            <translation>
                <numerusform>{count} Monat</numerusform>
                <numerusform>{count} Monate</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Injected activity</source>
            <translation>Injizierte Aktivität</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>The injection was {note}.</source>
            <translation>Injektion: {note}.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>quality {text}</source>
            <translation>Qualität {text}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Date of the study</source>
            <translation>Datum der Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{name}
ID {id}
{description}</source>
            <translation>{name}
ID {id}
{description}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>It was {note}.</source>
            <translation>Eingabe: {note}.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/viewing/dates.py" />
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No other study is shown while images are read blinded.</source>
            <translation>Während der verblindeten Befundung wird keine andere Untersuchung gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS.</source>
            <translation>Die Liste von Station enthält kein PET dieses Patienten von einem anderen Datum. Den Ordner öffnen oder vom PACS abrufen.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>The {} image has no SUV.</source>
            <translation>Das Bild ({}) hat kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No image of the open study is shown, so that there is nothing to lay this one onto.</source>
            <translation>Kein Bild der offenen Untersuchung wird gezeigt, auf das dieses gelegt werden könnte.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither header says which tracer it is.</source>
            <translation>Keiner der beiden Header nennt den Tracer.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither image has an SUV.</source>
            <translation>Keines der beiden Bilder hat ein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>days apart unknown</source>
            <translation>Abstand in Tagen unbekannt</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} days before</source>
            <translation>{days} Tage vorher</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} d</source>
            <translation>{days} d</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Adjusted by hand</source>
            <translation>Von Hand angepasst</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>One frame of reference</source>
            <translation>Ein Bezugssystem</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Registered: {verdict}</source>
            <translation>Registriert: {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>same day</source>
            <translation>gleicher Tag</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>1 day before</source>
            <translation>1 Tag vorher</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>TWO PATIENTS: {name} (ID {id}) and {name2} (ID {id2}, {date}). The two are not known to be one person.</source>
            <translation>ZWEI PATIENTEN: {name} (ID {id}) und {name2} (ID {id2}, {date}). Es ist nicht bekannt, dass beide eine Person sind.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Being registered</source>
            <translation>Wird registriert</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Not registered</source>
            <translation>Nicht registriert</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Conventional</source>
            <translation>Konventionell</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>DL-denoised</source>
            <translation>DL-entrauscht</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>PET unfiltered</source>
            <translation>PET ungefiltert</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other image</source>
            <translation>Anderes Bild</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Conv.</source>
            <translation>Konv.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Unfilt.</source>
            <translation>Ungef.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other</source>
            <translation>Anderes</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{stored_fraction:.0f} % of the peak</source>
            <translation>{stored_fraction:.0f} % des Maximums</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>no SUV · {unit} · {bounds} ({percent})</source>
            <translation>kein SUV · {unit} · {bounds} ({percent})</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>not the same slice</source>
            <translation>nicht dieselbe Schicht</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>slices not linked</source>
            <translation>Schichten nicht gekoppelt</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{slot_title} on CT</source>
            <translation>{slot_title} auf CT</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{low} to {high}</source>
            <translation>{low} bis {high}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>no SUV</source>
            <translation>kein SUV</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a conventional and a DL image</source>
            <translation>ein konventionelles und ein DL-Bild</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>three reconstructions</source>
            <translation>drei Rekonstruktionen</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET with its CT</source>
            <translation>ein PET mit zugehörigem CT</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET alone</source>
            <translation>nur ein PET</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a CT alone</source>
            <translation>nur ein CT</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>another date of the patient in the list</source>
            <translation>eine weitere Untersuchung des Patienten in der Liste</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>There is no layout named "{old}" any more.</source>
            <translation>Ein Layout „{old}“ gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <location filename="../../station/app/workflow.py" />
            <source>A layout needs a name.</source>
            <translation>Ein Layout braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>Another layout is named "{plain}" already. Choose another name.</source>
            <translation>Ein anderes Layout heißt bereits „{plain}“. Einen anderen Namen wählen.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>No image of another date is shown.</source>
            <translation>Kein Bild einer anderen Untersuchung wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Registering the two dates</source>
            <translation>Die beiden Untersuchungen registrieren</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Reset the alignment</source>
            <translation>Ausrichtung zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/pairing.py" />
            <source>{label} was denoised with other SUV inputs than those in force. Denoise its source again.</source>
            <translation>{label} wurde mit anderen als den geltenden SUV-Eingaben entrauscht. Die Quelle erneut entrauschen.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>The two images have different frames of reference: their voxels cannot be subtracted.</source>
            <translation>Die beiden Bilder haben verschiedene Bezugssysteme: Ihre Voxel lassen sich nicht subtrahieren.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>One image is in {unit}, the other in {unit2}: they cannot be subtracted.</source>
            <translation>Ein Bild ist in {unit}, das andere in {unit2}: Sie lassen sich nicht subtrahieren.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" begins at {between}, but a PET window begins at 0. Type its upper bound, such as 12.</source>
            <translation>„{text}“ beginnt bei {between}, ein PET-Fenster aber bei 0. Die Obergrenze eingeben, etwa 12.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {digits} or {digits2}. Type it without the comma.</source>
            <translation>„{text}“ kann {digits} oder {digits2} bedeuten. Ohne das Komma eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not an upper bound. Type a number, such as 12.</source>
            <translation>„{text}“ ist keine Obergrenze. Eine Zahl eingeben, etwa 12.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {decimal} or {whole}. Type it without the point.</source>
            <translation>„{text}“ kann {decimal} oder {whole} bedeuten. Ohne den Punkt eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a number. Type a number in {spelled}.</source>
            <translation>„{text}“ ist keine Zahl. Eine Zahl in {spelled} eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {value:g} or {match}. Type it without the comma.</source>
            <translation>„{text}“ kann {value:g} oder {match} bedeuten. Ohne das Komma eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{match}" is not a unit for this. Use {allowed}.</source>
            <translation>„{match}“ ist hier keine Einheit. Möglich: {allowed}.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a date and time. Type it as 2026-11-20 08:30:00, or the time of the scan's day as 08:30.</source>
            <translation>„{text}“ ist kein Zeitpunkt. Als 2026-11-20 08:30:00 eingeben, oder die Uhrzeit am Aufnahmetag als 08:30.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a date and time. Type it as 2026-11-20 08:30:00.</source>
            <translation>„{text}“ ist kein Zeitpunkt. Als 2026-11-20 08:30:00 eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a sex as DICOM writes it. Type M, F or O.</source>
            <translation>„{text}“ ist kein Geschlecht in DICOM-Schreibweise. M, F oder O eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>In "{text}", a comma can part two numbers or stand before decimals. Put a semicolon and a space between the numbers.</source>
            <translation>In „{text}“ kann ein Komma zwei Zahlen trennen oder vor Dezimalstellen stehen. Zwischen die Zahlen ein Semikolon und ein Leerzeichen setzen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>No PET is shown.</source>
            <translation>Kein PET wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A burden above a threshold needs SUV. Complete the SUV inputs.</source>
            <translation>Eine Tumorlast über einer Schwelle braucht SUV. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Close the burden</source>
            <translation>Tumorlast schließen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Count</source>
            <translation>Zählen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Leave out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>{verb} a part of the burden</source>
            <translation>Anteil der Tumorlast: {verb}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A threshold is between SUV {low:g} and {high:g}, not {level:g}.</source>
            <translation>Eine Schwelle liegt zwischen SUV {low:g} und {high:g}, nicht bei {level:g}.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Finding the whole-body burden</source>
            <translation>Ganzkörper-Tumorlast suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No part of the burden is counted, so there is nothing to keep.</source>
            <translation>Kein Anteil der Tumorlast wird gezählt; es gibt nichts zu übernehmen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>The organs were not found, so nothing was left out by itself: {error}</source>
            <translation>Die Organe wurden nicht gefunden; von selbst wurde nichts ausgelassen: {error}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No burden is shown in this image. Find it first.</source>
            <translation>In diesem Bild wird keine Tumorlast gezeigt. Sie zuerst suchen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Nothing above {level:.2f} {unit} is at this place.</source>
            <translation>An dieser Stelle liegt nichts über {level:.2f} {unit}.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Burden above {level:g}</source>
            <translation>Tumorlast über {level:g}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Draw {name}</source>
            <translation>{name} zeichnen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Move {name}</source>
            <translation>{name} verschieben</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Change {name}</source>
            <translation>{name} ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Delete {name}</source>
            <translation>{name} löschen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Text of {name}</source>
            <translation>Text von {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Rename {name}</source>
            <translation>{name} umbenennen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Reading VOIs</source>
            <translation>VOIs lesen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{name}: "{name2}" was left out: it is in another frame of reference, so nothing says where it is in this image.</source>
            <translation>{name}: „{name2}“ wurde ausgelassen: Es liegt in einem anderen Bezugssystem; seine Lage in diesem Bild ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>No study is open, so there is nothing to export.</source>
            <translation>Keine Untersuchung ist geöffnet; es gibt nichts zu exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>There is no conventional image on whose grid the VOIs could be drawn.</source>
            <translation>Es gibt kein konventionelles Bild, auf dessen Raster die VOIs gezeichnet werden könnten.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>VOI "{name}" was not written: it contains no voxel of {label}.</source>
            <translation>VOI „{name}“ wurde nicht geschrieben: Es enthält kein Voxel von {label}.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The files contain no VOI.</source>
            <translation>Die Dateien enthalten kein VOI.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{label} is not saved, so no report can name its images. Save it first with File ▸ Save derived series.</source>
            <translation>{label} ist nicht gespeichert; kein Bericht kann seine Bilder nennen. Zuerst mit Datei ▸ Abgeleitete Serie speichern sichern.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Wrote {names}</source>
            <translation>{names} geschrieben</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The VOIs were read for another study or reader and were not added.</source>
            <translation>Die VOIs wurden für eine andere Untersuchung oder einen anderen Befunder gelesen und nicht hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/measuring.py" />
            <source>The PERCIST liver threshold needs the liver VOI. Place it first.</source>
            <translation>Die PERCIST-Leberschwelle braucht das Leber-VOI. Es zuerst setzen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>{name} holds no voxel, so there is nothing to show of it.</source>
            <translation>{name} enthält kein Voxel; es gibt nichts davon zu zeigen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>The image of a VOI is no longer in memory. Open the study again.</source>
            <translation>Das Bild eines VOI ist nicht mehr im Speicher. Die Untersuchung erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>{index} of {count}</source>
            <translation>{index} von {count}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>Looking for the reference tissues</source>
            <translation>Referenzgewebe suchen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>This is {away:.1f} cm outside the {organ_words} that Station found.</source>
            <translation>Außerhalb des von Station gefundenen Organs ({organ_words}), Abstand {away:.1f} cm.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>SUVmean {mean:.2f} is unusual for this site: {low:g} to {high:g} ({suv_source}).</source>
            <translation>SUVmean {mean:.2f} ist für diesen Ort ungewöhnlich: {low:g} bis {high:g} ({suv_source}).</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <source>Every site of the protocol is placed.</source>
            <translation>Alle Orte des Protokolls sind gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>None of the reference tissues was found in this image. Place them by hand: VOI › Guided placement.</source>
            <translation>In diesem Bild wurde kein Referenzgewebe gefunden. Von Hand setzen: VOI › Geführtes Setzen der Referenzgewebe.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The liver's threshold is that of the open study. Open the other date to use its own.</source>
            <translation>Die Leberschwelle ist die der offenen Untersuchung. Für ihre eigene die andere Untersuchung öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the study of {day}</source>
            <translation>die Untersuchung vom {day}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Place {name}</source>
            <translation>{name} setzen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Grow {name}, {rule}</source>
            <translation>{name} wachsen lassen, {rule}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the study without a date</source>
            <translation>die Untersuchung ohne Datum</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the open study</source>
            <translation>die offene Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Paint {name}</source>
            <translation>{name} malen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Erase {name}</source>
            <translation>{name} radieren</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>a date that is no longer shown</source>
            <translation>eine nicht mehr gezeigte Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Snap {name} to the hottest voxel</source>
            <translation>{name} auf das Maximum setzen</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Resize {name}</source>
            <translation>Größe von {name} ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Colour of {name}</source>
            <translation>Farbe von {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The sites are placed on {date}. Click in its image, or press G in this one.</source>
            <translation>Wo die Orte gesetzt werden: {date}. In deren Bild klicken, oder in diesem G drücken.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Select the VOI to erase from: click it in the table.</source>
            <translation>Das VOI wählen, von dem radiert wird: in der Tabelle anklicken.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Nothing of {name} would be left. Press Del to delete it.</source>
            <translation>Von {name} bliebe nichts übrig. Del löscht es.</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Hide {name}</source>
            <translation>{name} ausblenden</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Show {name}</source>
            <translation>{name} einblenden</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>doubtful</source>
            <translation>zweifelhaft</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>followed</source>
            <translation>weiterverfolgt</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>vanished</source>
            <translation>verschwunden</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not in view on the other date</source>
            <translation>in der anderen Untersuchung nicht im Bildbereich</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not matched</source>
            <translation>nicht zugeordnet</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>carried over</source>
            <translation>übertragen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Good</source>
            <translation>Gut</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Poor</source>
            <translation>Schlecht</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Not gradable</source>
            <translation>Nicht benotbar</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pass</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>look</source>
            <translation>ansehen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>fail</source>
            <translation>nicht bestanden</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not possible</source>
            <translation>nicht möglich</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Individuals chart (Shewhart): the mean of the first 20 images; SD = mean moving range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956).</source>
            <translation>Einzelwertkarte (Shewhart): Mittelwert der ersten 20 Bilder; SD = mittlere Spannweite zweier aufeinanderfolgender Werte / 1,128; Grenzen bei 2 und 3 SD, danach beibehalten (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Markiert: die Western-Electric-Regeln (1956).</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood glucose</source>
            <translation>Blutzucker</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood pool SUL</source>
            <translation>Blutpool-SUL</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood pool SUVmean</source>
            <translation>Blutpool-SUVmean</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Extravasation at an arm</source>
            <translation>Paravasat an einem Arm</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Injected activity per weight</source>
            <translation>Injizierte Aktivität je Gewicht</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Liver CoV</source>
            <translation>CoV der Leber</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Liver SUL</source>
            <translation>Leber-SUL</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Liver SUVmean</source>
            <translation>Leber-SUVmean</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Missing slices</source>
            <translation>Fehlende Schichten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Noise</source>
            <translation>Rauschen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Orientation</source>
            <translation>Orientierung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET/CT shift at the diaphragm</source>
            <translation>PET/CT-Versatz am Zwerchfell</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET/CT shift at the head</source>
            <translation>PET/CT-Versatz am Kopf</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Truncation</source>
            <translation>Trunkierung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Voxels without a number</source>
            <translation>Voxel ohne Zahl</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>% of the dose</source>
            <translation>% der Dosis</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>% of the liver on the right</source>
            <translation>% der Leber rechts</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>dose in view / weight in view</source>
            <translation>Dosis im Bild / Gewicht im Bild</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>slices</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>voxels</source>
            <translation>Voxel</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for</source>
            <translation>EANM: 7 oder 14 MBq·min/kg je Bett, über die 2 bis 4 min, die ein Bett aufgenommen wird</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia</source>
            <translation>EANM: über 11 mmol/L (200 mg/dL, auch PERCIST) verschieben; unter 4 Hypoglykämie</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EARL's 15 % (as of the liver's CoV), here of the noise alone; fails at twice that</source>
            <translation>EARLs 15 % (wie beim CoV der Leber), hier nur des Rauschens; durchgefallen beim Doppelten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EARL's limit for the background of the image-quality phantom (D. Koopman et al., EJNMMI Phys. 3 (2016) 22); fails at twice that</source>
            <translation>EARL-Grenze für den Hintergrund des Bildqualitätsphantoms (D. Koopman et al., EJNMMI Phys. 3 (2016) 22); durchgefallen beim Doppelten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PERCIST: 60 ± 10 min; fails below 45 or above 90: Station's own</source>
            <translation>PERCIST: 60 ± 10 min; durchgefallen unter 45 oder über 90: eigene Grenze von Station</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own, after X. Jin et al., Med. Phys. 40 (2013) 102503: motion beyond 5 mm in a frame makes uptake in the brain wrong by about 9 %</source>
            <translation>Eigene Grenze von Station, nach X. Jin et al., Med. Phys. 40 (2013) 102503: Bewegung über 5 mm in einem Frame verfälscht die Aufnahme im Gehirn um etwa 9 %</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: every SUV reads too low by this part of the dose</source>
            <translation>Eigene Grenze von Station: Um diesen Teil der Dosis ist jeder SUV zu niedrig</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: quiet breathing moves the diaphragm by about 10 mm</source>
            <translation>Eigene Grenze von Station: Ruhige Atmung bewegt das Zwerchfell um etwa 10 mm</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: the arms' ends are often cut; the trunk must not be</source>
            <translation>Eigene Grenze von Station: Die Enden der Arme sind oft abgeschnitten; der Rumpf darf es nicht sein</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: the part in view holds about as much of the dose as of the body's weight</source>
            <translation>Eigene Grenze von Station: Der Teil im Bild enthält etwa so viel von der Dosis wie vom Körpergewicht</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023, after Boktor 2013; fails: Station's own</source>
            <translation>Zhang 2023, nach Boktor 2013; durchgefallen: eigene Grenze von Station</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023: about 1.2; ± 2 SD between patients, 24.5 % of the mean, as Boktor 2013 has it of the SUV</source>
            <translation>Zhang 2023: etwa 1,2; ± 2 SD zwischen Patienten, 24,5 % des Mittelwerts, wie Boktor 2013 sie für den SUV angibt</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023: about 1.6; ± 2 SD of 0.38 between patients (Boktor 2013, aortic arch)</source>
            <translation>Zhang 2023: etwa 1,6; ± 2 SD von 0,38 zwischen Patienten (Boktor 2013, Aortenbogen)</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>every slice of the scan has to be there</source>
            <translation>jede Schicht der Aufnahme muss da sein</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>every voxel has to hold a number</source>
            <translation>jedes Voxel muss eine Zahl enthalten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>the liver lies on the right</source>
            <translation>die Leber liegt rechts</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>organs cannot be distinguished, or obvious streaks</source>
            <translation>Organe nicht unterscheidbar oder deutliche Streifen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines of organs are not clear, or a few artifacts</source>
            <translation>Umrisse der Organe unklar oder einige Artefakte</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines are fairly clear, lesions can be seen</source>
            <translation>Umrisse recht klar, Läsionen erkennbar</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines are clear, no artifacts</source>
            <translation>Umrisse klar, keine Artefakte</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>anatomy is displayed clearly, no artifacts</source>
            <translation>Anatomie klar dargestellt, keine Artefakte</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>noise</source>
            <translation>Rauschen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>sharpness</source>
            <translation>Schärfe</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET and CT do not fit</source>
            <translation>PET und CT passen nicht zusammen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>streaks, rings and bands</source>
            <translation>Streifen, Ringe und Bänder</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>motion</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>uptake</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>hot spots that are no organ</source>
            <translation>heiße Stellen, die kein Organ sind</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>what was scanned</source>
            <translation>was aufgenommen wurde</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>too few counts</source>
            <translation>zu wenige Zählereignisse</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>extravasation</source>
            <translation>Paravasat</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>brown fat</source>
            <translation>braunes Fett</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>deep breathing</source>
            <translation>tiefe Atmung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>CT in another breath</source>
            <translation>CT in anderer Atemlage</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>moved between CT and PET</source>
            <translation>Bewegung zwischen CT und PET</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>moved during PET</source>
            <translation>Bewegung während des PET</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>arms down and truncated</source>
            <translation>Arme unten und abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>over-attenuation</source>
            <translation>Überkorrektur der Schwächung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>mis-normalised detectors</source>
            <translation>falsch normierte Detektoren</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>dead detectors</source>
            <translation>ausgefallene Detektoren</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>short uptake time</source>
            <translation>kurze Uptake-Zeit</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>high glucose</source>
            <translation>hoher Blutzucker</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>blurred</source>
            <translation>unscharf</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>header</source>
            <translation>Header</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>typed</source>
            <translation>eingegeben</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>derived</source>
            <translation>abgeleitet</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Height</source>
            <translation>Körpergröße</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Injection</source>
            <translation>Injektion</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Half-life</source>
            <translation>Halbwertszeit</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Decay reference</source>
            <translation>Zerfallsbezug</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Uptake time</source>
            <translation>Uptake-Zeit</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>41 % of SUVmax</source>
            <translation>41 % des SUVmax</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>50 % of SUVmax</source>
            <translation>50 % des SUVmax</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 2.5</source>
            <translation>SUV 2,5</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 4.0</source>
            <translation>SUV 4,0</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>PERCIST liver threshold</source>
            <translation>PERCIST-Leberschwelle</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot iron</source>
            <translation>Hot Iron</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot metal blue</source>
            <translation>Hot Metal Blue</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET 20 step</source>
            <translation>PET 20 Step</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Rainbow</source>
            <translation>Regenbogen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Soft tissue</source>
            <translation>Weichteil</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Lung</source>
            <translation>Lunge</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Bone</source>
            <translation>Knochen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Brain</source>
            <translation>Gehirn</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not begun</source>
            <translation>nicht begonnen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>reading</source>
            <translation>in Befundung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>read, not signed</source>
            <translation>befundet, nicht unterzeichnet</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>overdue</source>
            <translation>überfällig</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not on this reader's list</source>
            <translation>nicht auf der Liste dieses Befunders</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not read yet</source>
            <translation>noch nicht befundet</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>to be read next</source>
            <translation>als Nächstes zu befunden</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>confirmed</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>confirmed and revised</source>
            <translation>bestätigt und revidiert</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>ready to lock</source>
            <translation>bereit zum Sperren</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Practice</source>
            <translation>Übung</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>male</source>
            <translation>männlich</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>female</source>
            <translation>weiblich</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>other</source>
            <translation>anderes</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>denoised</source>
            <translation>entrauscht</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>filtered</source>
            <translation>gefiltert</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>audited</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>brush</source>
            <translation>Pinsel</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>eraser</source>
            <translation>Radierer</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>ellipse</source>
            <translation>Ellipse</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>arrow</source>
            <translation>Pfeil</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pairs</source>
            <translation>Paare</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>first</source>
            <translation>erste</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>last</source>
            <translation>letzte</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>crosshair</source>
            <translation>Fadenkreuz</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>slice</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pan</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>back</source>
            <translation>hinten</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>up</source>
            <translation>oben</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the other image</source>
            <translation>das andere Bild</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the DL image of the other date</source>
            <translation>das DL-Bild der anderen Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the CT of the other date</source>
            <translation>das CT der anderen Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {label} as {role_names}</source>
            <translation>{label} zeigen als: {role_names}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {words} of {day} as {role_names}</source>
            <translation>{words} vom {day} zeigen als: {role_names}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Swap the two images</source>
            <translation>Die beiden Bilder tauschen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Type {shown}</source>
            <translation>{shown} eingeben</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {unit}</source>
            <translation>{unit} zeigen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Reset the view</source>
            <translation>Darstellung zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Link {link}</source>
            <translation>{link} koppeln</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Unlink {link}</source>
            <translation>{link} entkoppeln</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {hung}</source>
            <translation>Layout {hung}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {layout}</source>
            <translation>Layout {layout}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {name}</source>
            <translation>Layout {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Save the layout {name}</source>
            <translation>Layout {name} speichern</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Delete the layout {name}</source>
            <translation>Layout {name} löschen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout by the study</source>
            <translation>Layout nach der Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Move a border</source>
            <translation>Grenze verschieben</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Put a border back</source>
            <translation>Grenze zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window {name}</source>
            <translation>CT-Fenster {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window that patients begin in</source>
            <translation>Fenster, in dem Patienten beginnen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window that patients begin in</source>
            <translation>CT-Fenster, in dem Patienten beginnen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Colours {labels}</source>
            <translation>Farben {labels}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Inverse</source>
            <translation>Invertiert</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Fusion</source>
            <translation>Fusion</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the blend</source>
            <translation>Überblendung ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout single</source>
            <translation>Einzel-Layout</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Withdraw a typed value</source>
            <translation>Eingegebenen Wert zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} lies in another frame of reference than {label2}. Work in the PET that is measured.</source>
            <translation>{label} liegt in einem anderen Bezugssystem als {label2}. Im gemessenen PET arbeiten.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Rename the layout {old}</source>
            <translation>Layout {old} umbenennen</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the window</source>
            <translation>Fenster ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window 0–{bounded}</source>
            <translation>Fenster 0–{bounded}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} is not a PET: it has no MIP.</source>
            <translation>{label} ist kein PET: Es hat keine MIP.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The images shown belong to another study. Open that study to type its values.</source>
            <translation>Die gezeigten Bilder gehören zu einer anderen Untersuchung. Diese öffnen, um ihre Werte einzugeben.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Lesions of another date are painted in its PET.</source>
            <translation>Läsionen einer anderen Untersuchung werden in deren PET gemalt.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>There is no layout named "{name}" any more.</source>
            <translation>Ein Layout „{name}“ gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The upper bound must be between SUV {low:g} and {high:g}.</source>
            <translation>Die Obergrenze muss zwischen SUV {low:g} und {high:g} liegen.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>a series</source>
            <translation>eine Serie</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Lesions of another date are grown in its PET.</source>
            <translation>Läsionen einer anderen Untersuchung wachsen in deren PET.</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the CT window</source>
            <translation>CT-Fenster ändern</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>A difference needs a conventional and a DL image.</source>
            <translation>Eine Differenz braucht ein konventionelles und ein DL-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Both a conventional and a DL image are needed.</source>
            <translation>Ein konventionelles und ein DL-Bild werden gebraucht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/actions.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/pacs/actions.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/compare/actions.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/actions.py" />
            <source>Reading</source>
            <translation>Befundung</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 1</source>
            <translation>SUV-Fenster 1</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 2</source>
            <translation>SUV-Fenster 2</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 3</source>
            <translation>SUV-Fenster 3</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 4</source>
            <translation>SUV-Fenster 4</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 5</source>
            <translation>SUV-Fenster 5</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 6</source>
            <translation>SUV-Fenster 6</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>{name} ({low} to {high} HU)</source>
            <translation>{name} ({low} bis {high} HU)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link crosshair</source>
            <translation>Fadenkreuz koppeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link slice</source>
            <translation>Schicht koppeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link zoom</source>
            <translation>Zoom koppeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link pan</source>
            <translation>Verschieben koppeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>The images have no SUV.</source>
            <translation>Die Bilder haben kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Nothing has been opened yet.</source>
            <translation>Es wurde noch nichts geöffnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body weight (SUVbw)</source>
            <translation>Körpergewicht (SUVbw)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, James (SUL)</source>
            <translation>Fettfreie Körpermasse, James (SUL)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, Janmahasatian (SUL)</source>
            <translation>Fettfreie Körpermasse, Janmahasatian (SUL)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body surface area (SUVbsa)</source>
            <translation>Körperoberfläche (SUVbsa)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ideal body weight (SUVibw)</source>
            <translation>Idealgewicht (SUVibw)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Reader's name…</source>
            <translation>Name des Befunders…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Preferences…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Blink: the other image, large, at the same place</source>
            <translation>Blink: das andere Bild, groß, an derselben Stelle</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Rotate the MIP</source>
            <translation>MIP drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Maximise the pane, and back</source>
            <translation>Bildfeld maximieren und zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions on the images</source>
            <translation>Bildbeschriftungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/panes.py" />
            <source>Crosshair</source>
            <translation>Fadenkreuz</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search the studies of this station</source>
            <translation>Untersuchungen dieser Station durchsuchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Study list</source>
            <translation>Untersuchungsliste</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/window.py" />
            <source>Side panel</source>
            <translation>Seitenleiste</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Second window</source>
            <translation>Zweites Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Type the upper bound…</source>
            <translation>Obergrenze eingeben…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this window</source>
            <translation>Jeden Patienten mit diesem Fenster beginnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this CT window</source>
            <translation>Jeden Patienten mit diesem CT-Fenster beginnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Smooth interpolation</source>
            <translation>Glatte Interpolation</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Fusion with CT</source>
            <translation>Fusion mit CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>MIP pair</source>
            <translation>MIP-Paar</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Difference DL − conventional</source>
            <translation>Differenz DL − konventionell</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>What was opened…</source>
            <translation>Was geöffnet wurde…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Logs</source>
            <translation>Logs</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>About Station</source>
            <translation>Über Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag</source>
            <translation>Links ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Window: for PET the lower bound stays at 0 and the upper bound moves in both images</source>
            <translation>Fenster: Beim PET bleibt die Untergrenze bei 0, die Obergrenze ändert sich in beiden Bildern</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left click</source>
            <translation>Linksklick</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Put the crosshair there; in a MIP, at the hottest point of that ray</source>
            <translation>Fadenkreuz dorthin setzen; in einer MIP an das Maximum dieses Strahls</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + click</source>
            <translation>Shift + Klick</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Look there, though a VOI waits for its place</source>
            <translation>Dorthin sehen, obwohl ein VOI auf seinen Ort wartet</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a VOI</source>
            <translation>VOI links ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move it; both images are measured as it moves</source>
            <translation>VOI verschieben; beide Bilder werden dabei gemessen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a sphere's handle</source>
            <translation>Griff einer Kugel links ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Change its size in steps of 0.1 mL</source>
            <translation>Größe in Schritten von 0,1 mL ändern</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Wheel</source>
            <translation>Mausrad</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices; over a MIP, turn it; with brush or eraser, change their size</source>
            <translation>Schichten blättern; über einer MIP: drehen; mit Pinsel oder Radierer: dessen Größe ändern</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + wheel</source>
            <translation>Shift + Mausrad</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices with brush or eraser in the hand</source>
            <translation>Mit Pinsel oder Radierer in der Hand Schichten blättern</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + wheel</source>
            <translation>Ctrl + Mausrad</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom about the pointer</source>
            <translation>Um den Mauszeiger zoomen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Middle drag</source>
            <translation>Mitte ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Pan</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right drag</source>
            <translation>Rechts ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom</source>
            <translation>Zoomen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right click</source>
            <translation>Rechtsklick</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Menu of the image</source>
            <translation>Menü des Bildes</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Double click</source>
            <translation>Doppelklick</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Drag a series</source>
            <translation>Serie ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>From the study list onto any image: show it there</source>
            <translation>Aus der Untersuchungsliste auf ein Bild: dort zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Alt + 1 … 5 in the study list</source>
            <translation>Alt + 1 … 5 in der Untersuchungsliste</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Show the chosen series in that column</source>
            <translation>Gewählte Serie in dieser Spalte zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + left drag</source>
            <translation>Ctrl + links ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move an image of another date over the open study</source>
            <translation>Bild einer anderen Untersuchung über der offenen verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + right drag</source>
            <translation>Ctrl + rechts ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Turn an image of another date about the crosshair</source>
            <translation>Bild einer anderen Untersuchung um das Fadenkreuz drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the head (back, left)</source>
            <translation>Schicht zum Kopf (nach hinten, links)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the feet (front, right)</source>
            <translation>Schicht zu den Füßen (nach vorn, rechts)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices up</source>
            <translation>Zehn Schichten aufwärts</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices down</source>
            <translation>Zehn Schichten abwärts</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the head end (back, left)</source>
            <translation>Schicht am Kopfende (hinten, links)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the foot end (front, right)</source>
            <translation>Schicht am Fußende (vorn, rechts)</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <source>SUV window</source>
            <translation>SUV-Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>CT window</source>
            <translation>CT-Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV normalised to</source>
            <translation>SUV normiert auf</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Links between the images</source>
            <translation>Kopplungen der Bilder</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slices</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions</source>
            <translation>Beschriftungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Interpolation</source>
            <translation>Interpolation</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Batch results…</source>
            <translation>Stapelergebnisse…</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Open the results of a batch</source>
            <translation>Stapelergebnisse öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade</source>
            <translation>Note</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>P(Good)</source>
            <translation>P(Gut)</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Checks failed</source>
            <translation>Verfehlte Prüfungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Modality</source>
            <translation>Modalität</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <location filename="../../station/ui/window.py" />
            <source>Series</source>
            <translation>Serie</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Unit</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Volume, mL</source>
            <translation>Volumen, mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Grid</source>
            <translation>Raster</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>SUVbw factor</source>
            <translation>SUVbw-Faktor</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>set aside</source>
            <translation>zurückgestellt</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>station batch {operation}: {studies}, {words}</source>
            <translation>station batch {operation}: {studies}, {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Batch results: {name}</source>
            <translation>Stapelergebnisse: {name}</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Search patient, series, verdict, reason</source>
            <translation>Patient, Serie, Urteil, Grund suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Open study</source>
            <translation>Untersuchung öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Open the summary</source>
            <translation>Zusammenfassung öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>A double click on a row opens its study.</source>
            <translation>Ein Doppelklick auf eine Zeile öffnet ihre Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/actions.py" />
            <source>Compare with a prior…</source>
            <translation>Mit Voruntersuchung vergleichen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver at the crosshair</source>
            <translation>Leber am Fadenkreuz</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>All above the PERCIST threshold</source>
            <translation>Alles über der PERCIST-Schwelle</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions that I saved</source>
            <translation>Selbst gespeicherte Läsionen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare brings the open study together with the chosen date: the bodies are registered, the lesions matched, and their change listed.</source>
            <translation>„Vergleichen“ bringt die offene und die gewählte Untersuchung zusammen: Die Körper werden registriert, die Läsionen zugeordnet und ihre Änderung aufgelistet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Reading and registering both dates. You can go on reading meanwhile.</source>
            <translation>Beide Untersuchungen werden gelesen und registriert. Weiterbefunden ist inzwischen möglich.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare with a prior</source>
            <translation>Mit Voruntersuchung vergleichen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Put the liver's reference sphere of the open study at its crosshair</source>
            <translation>Die Referenzkugel der Leber in der offenen Untersuchung an das Fadenkreuz setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Search the PACS</source>
            <translation>Im PACS suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare</source>
            <translation>Vergleichen</translation>
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
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Diseased liver</source>
            <translation>Leber erkrankt</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST's threshold comes from the blood pool</source>
            <translation>Die PERCIST-Schwelle kommt vom Blutpool</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As registered</source>
            <translation>Wie registriert</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift, mm</source>
            <translation>Verschiebung, mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Move the registered place of every lesion on the prior date by so much</source>
            <translation>Den registrierten Ort jeder Läsion in der Voruntersuchung um so viel verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift to the {direction} in mm</source>
            <translation>Verschiebung nach {direction} in mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Go to it</source>
            <translation>Dorthin gehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Keep as a VOI</source>
            <translation>Als VOI übernehmen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Copy table</source>
            <translation>Tabelle kopieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As text, with tabs between its cells</source>
            <translation>Als Text, mit Tabulatoren zwischen den Zellen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Export JSON and CSV…</source>
            <translation>JSON und CSV exportieren…</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions</source>
            <translation>Läsionen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST and Deauville</source>
            <translation>PERCIST und Deauville</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver, blood pool, burden</source>
            <translation>Leber, Blutpool, Tumorlast</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As found</source>
            <translation>Wie gefunden</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions of both dates</source>
            <translation>Läsionen beider Untersuchungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Alignment {verdict}</source>
            <translation>Ausrichtung {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions, {dates_words}</source>
            <translation>Läsionen, {dates_words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Folder for the comparison</source>
            <translation>Ordner für den Vergleich</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Other date</source>
            <translation>Andere Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions ({count})</source>
            <translation>Hinweise ({count})</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As a lesion of the open study; Undo takes it back</source>
            <translation>Als Läsion der offenen Untersuchung; Rückgängig nimmt es zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source> And {more} more: see Cautions.</source>
            <translation> Dazu {more} weitere: siehe Hinweise.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Prior → current, and the change</source>
            <translation>Vorher → aktuell und die Änderung</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Of every difference</source>
            <translation>Zu jeder Differenz</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>A click on a lesion puts the crosshair of the open study there. Blue: carried over to the open study as a proposal.</source>
            <translation>Ein Klick auf eine Läsion setzt das Fadenkreuz der offenen Untersuchung dorthin. Blau: als Vorschlag in die offene Untersuchung übertragen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>No lesion on either date. {lesions}.</source>
            <translation>In keiner der beiden Untersuchungen eine Läsion. {lesions}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Blood pool at the crosshair</source>
            <translation>Blutpool am Fadenkreuz</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series…</source>
            <translation>Abgeleitete Serie speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Full width at half maximum of the Gaussian, in mm:</source>
            <translation>Halbwertsbreite des Gauß-Filters in mm:</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series below this folder</source>
            <translation>Abgeleitete Serie unter diesem Ordner speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Denoise</source>
            <translation>Entrauschen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter…</source>
            <translation>Konventioneller Filter…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Denoising network…</source>
            <translation>Entrauschungsnetz…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Change map: what DL added and removed</source>
            <translation>Änderungskarte: von DL hinzugefügt und entfernt</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>What would I miss?…</source>
            <translation>Was würde mir entgehen?…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter</source>
            <translation>Konventioneller Filter</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save as DICOM…</source>
            <translation>Als DICOM speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>This study has no suitable series.</source>
            <translation>Diese Untersuchung hat keine geeignete Serie.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Spheres of known size and uptake are put into the unfiltered image, blurred as the scanner blurs and with its noise. The filter and the network work on them, and the page shows which are still seen in each, and what is seen where nothing was put. It takes some minutes; you can go on reading meanwhile.</source>
            <translation>Kugeln bekannter Größe und Aufnahme werden in das ungefilterte Bild eingesetzt, unscharf wie durch den Scanner und mit dessen Rauschen. Filter und Netz bearbeiten sie; die Seite zeigt, welche jeweils noch zu sehen sind und was zu sehen ist, wo nichts eingesetzt wurde. Das dauert einige Minuten; Weiterbefunden ist inzwischen möglich.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What would I miss?</source>
            <translation>Was würde mir entgehen?</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Audit</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save PDF…</source>
            <translation>PDF speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>measured</source>
            <translation>gemessen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>FWHM of the unfiltered image in mm; empty: it is measured</source>
            <translation>FWHM des ungefilterten Bildes in mm; leer: wird gemessen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Every size and contrast</source>
            <translation>Alle Größen und Kontraste</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Foci in the image without inserts</source>
            <translation>Foki im Bild ohne Einsätze</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What is seen</source>
            <translation>Was zu sehen ist</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrast left</source>
            <translation>Verbliebener Kontrast</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What to bear in mind</source>
            <translation>Was zu bedenken ist</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save the audit</source>
            <translation>Prüfung speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Write diameters, contrasts and resolution as numbers: 6, 8, 10.</source>
            <translation>Durchmesser, Kontraste und Auflösung als Zahlen angeben: 6, 8, 10.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Diameters, mm</source>
            <translation>Durchmesser, mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrasts</source>
            <translation>Kontraste</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Of each</source>
            <translation>Anzahl je Art</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Resolution, mm</source>
            <translation>Auflösung, mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Readers fear that DL invents or loses foci. The change map shows where the DL image differs from the conventional one by more than its noise, and lists the foci.</source>
            <translation>Befürchtet wird, dass DL Foki erfindet oder verliert. Die Änderungskarte zeigt, wo das DL-Bild stärker als sein Rauschen vom konventionellen abweicht, und listet die Foki auf.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>No difference exceeds the noise enough to be listed.</source>
            <translation>Keine Differenz überragt das Rauschen genug für die Liste.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What neither image shows is not listed here. Image › What would I miss? tells which lesions that is.</source>
            <translation>Was keines der Bilder zeigt, steht hier nicht. Bild › Was würde mir entgehen? sagt, welche Läsionen das sind.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Volume of the connected change</source>
            <translation>Volumen der zusammenhängenden Änderung</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The difference in units of the local noise; positive where DL is higher</source>
            <translation>Die Differenz in Einheiten des lokalen Rauschens; positiv, wo DL höher ist</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>{plus} added · {minus} removed by DL</source>
            <translation>von DL {plus} hinzugefügt · {minus} entfernt</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Show the change map (C) →</source>
            <translation>Änderungskarte zeigen (C) →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Violet: {network} gives answers to the mirrored image that differ by {percent} % of the SUV and more, in {share} % of the body. The error is larger than the spread, and what every answer leaves out alike is not coloured.</source>
            <translation>Violett: {network} antwortet auf das gespiegelte Bild um {percent} % des SUV und mehr anders, in {share} % des Körpers. Der Fehler ist größer als die Streuung; was alle Antworten gleichermaßen weglassen, ist nicht eingefärbt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Foci that changed</source>
            <translation>Geänderte Foki</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Hide the change map</source>
            <translation>Änderungskarte ausblenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What DL added and removed is listed here when a study is open.</source>
            <translation>Was DL hinzufügt und entfernt, steht hier, sobald eine Untersuchung geöffnet ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>There is no change map</source>
            <translation>Es gibt keine Änderungskarte</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Comparing…</source>
            <translation>Vergleich…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The two images are being compared.</source>
            <translation>Die beiden Bilder werden verglichen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Hide where the network is unsure</source>
            <translation>Unsicherheit des Netzes ausblenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The network denoises the image four times, mirrored. Esc stops it.</source>
            <translation>Das Netz entrauscht das Bild viermal, gespiegelt. Esc hält es an.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Show where the network is unsure (Shift+C) →</source>
            <translation>Unsicherheit des Netzes zeigen (Shift+C) →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Place</source>
            <comment>where in the patient</comment>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Click a focus to go there in all panes.</source>
            <translation>Ein Klick auf einen Fokus führt in allen Bildfeldern dorthin.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>DL added and removed no focus.</source>
            <translation>DL hat keinen Fokus hinzugefügt oder entfernt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Denoise →</source>
            <translation>Entrauschen →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>The next image is denoised by the chosen network, and says so in its caption and its header. Images that are there stay as they are. None has been validated on real patients.</source>
            <translation>Das nächste Bild wird mit dem gewählten Netz entrauscht; Bildbeschriftung und Header nennen es. Vorhandene Bilder bleiben, wie sie sind. Keines wurde an echten Patienten validiert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>Denoising network</source>
            <translation>Entrauschungsnetz</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source> (default)</source>
            <translation> (Standard)</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} does not say whether it was filtered. A filtered image must not be {treated}: the result would be wrong.

Do you know that it is unfiltered?</source>
            <translation>{label} sagt nicht, ob es gefiltert wurde. Ein gefiltertes Bild darf so nicht verarbeitet werden ({treated}): Das Ergebnis wäre falsch.

Ist bekannt, dass es ungefiltert ist?</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} has voxels of {size}, and the denoiser was trained on 2 mm only.

Resample it to 2 mm, denoise it there and resample it back? The image appears only when it is complete, and is further from what the denoiser was tested on.</source>
            <translation>{label} hat Voxel von {size}; der Entrauscher wurde nur an 2 mm trainiert.

Auf 2 mm umrechnen, dort entrauschen und zurückrechnen? Das Bild erscheint erst, wenn es fertig ist, und ist weiter von dem entfernt, woran der Entrauscher geprüft wurde.</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <location filename="../../station/ui/main.py" />
            <location filename="../../station/ui/preparing.py" />
            <location filename="../../station/ui/window.py" />
            <source>Station</source>
            <translation>Station</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/dialogs.py" />
            <source>{count} times</source>
            <extracomment>One: once</extracomment>
            <translation>
                <numerusform>einmal</numerusform>
                <numerusform>{count}-mal</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>A reading station for FDG PET: the conventional image next to the deep-learning denoised image of the same scan.</source>
            <translation>Eine Befundungsstation für FDG-PET: das konventionelle Bild neben dem durch Deep Learning entrauschten Bild derselben Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Apache License 2.0. The libraries and fonts that it uses, with their licences, are listed in THIRD_PARTY_NOTICES.md.</source>
            <translation>Apache-Lizenz 2.0. Die verwendeten Bibliotheken und Schriften stehen mit ihren Lizenzen in THIRD_PARTY_NOTICES.md.</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close Station</source>
            <translation>Station schließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close all the same</source>
            <translation>Trotzdem schließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>What was opened</source>
            <translation>Was geöffnet wurde</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Files that were left out</source>
            <translation>Ausgelassene Dateien</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source> The first {shown_at_most:,} are listed.</source>
            <translation> Die ersten {shown_at_most:,} sind aufgeführt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly</source>
            <translation>Station wurde unerwartet beendet</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly {times}. What was confirmed is stored. The report below helps to find out why; it names no patient, no file and no value, and goes nowhere by itself. Save it and send it to who looks after Station.</source>
            <translation>Station wurde {times} unerwartet beendet. Bestätigtes ist gespeichert. Der Bericht unten hilft, den Grund zu finden; er nennt keinen Patienten, keine Datei und keinen Wert und wird nicht von selbst verschickt. Ihn speichern und an die Betreuung von Station senden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Text (*.txt)</source>
            <translation>Text (*.txt)</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Do not show again</source>
            <translation>Nicht mehr zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Weights, by SHA-256:</source>
            <translation>Gewichte, mit SHA-256:</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Mouse</source>
            <translation>Maus</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>{file} cannot be written ({strerror}). Choose another place.</source>
            <translation>{file} kann nicht geschrieben werden ({strerror}). Einen anderen Ort wählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one.</source>
            <translation>Einen Ordner, eine Datei, eine ZIP oder eine DICOMDIR hierher ziehen oder auswählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>A virtual scanner scans a patient. Each image appears here as soon as it is made.</source>
            <translation>Ein virtueller Scanner nimmt einen Patienten auf. Jedes Bild erscheint hier, sobald es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
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
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the message</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the notice</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>No study is open</source>
            <translation>Keine Untersuchung geöffnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>This desktop has no program that opens {opens}. Open it by hand.</source>
            <translation>Auf diesem System öffnet kein Programm {opens}. Von Hand öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>No transfer was interrupted.</source>
            <translation>Keine Übertragung wurde unterbrochen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Search on PACS</source>
            <translation>Im PACS suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Send to PACS…</source>
            <translation>An PACS senden…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Go on with interrupted transfers</source>
            <translation>Unterbrochene Übertragungen fortsetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Offer earlier studies on PACS</source>
            <translation>Frühere Untersuchungen im PACS anbieten</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>PACS servers…</source>
            <translation>PACS-Server…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Asking for the series…</source>
            <translation>Serien werden erfragt…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server lists no series of this study.</source>
            <translation>Der Server führt keine Serie dieser Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Studies on PACS</source>
            <translation>Untersuchungen im PACS</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} series</source>
            <extracomment>One: Fetch this series</extracomment>
            <translation>
                <numerusform>Diese Serie abrufen</numerusform>
                <numerusform>Diese {count} Serien abrufen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} studies</source>
            <translation>Diese {count} Untersuchungen abrufen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch and open</source>
            <translation>Abrufen und öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>{spoken}
Enter or a double click fetches and opens it</source>
            <translation>{spoken}
Enter oder ein Doppelklick ruft sie ab und öffnet sie</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server did not tell the series.</source>
            <translation>Der Server hat die Serien nicht genannt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch</source>
            <translation>Abrufen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Hide its series</source>
            <translation>Serien ausblenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Show its series</source>
            <translation>Serien zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch from {name}</source>
            <translation>Von {name} abrufen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Any date</source>
            <translation>Jedes Datum</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{count:,} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation>
                <numerusform>{count} Untersuchung</numerusform>
                <numerusform>{count:,} Untersuchungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{words}, searching on {waiting}…</source>
            <translation>{words}, Suche auf {waiting}…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Search PACS: name or ID</source>
            <translation>PACS durchsuchen: Name oder ID</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Name or ID to search on PACS</source>
            <translation>Name oder ID für die Suche im PACS</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>How long ago the studies were</source>
            <translation>Zeitraum der Untersuchungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>PET only</source>
            <translation>Nur PET</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Only studies that have a PET series</source>
            <translation>Nur Untersuchungen mit einer PET-Serie</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Add a server…</source>
            <translation>Server hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Whether {name} is searched</source>
            <translation>Ob {name} durchsucht wird</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch them into Station's list; the open study stays open</source>
            <translation>In die Liste von Station abrufen; die offene Untersuchung bleibt offen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Ask for storage commitment</source>
            <translation>Storage Commitment anfordern</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>The server confirms of each object that it keeps it; until then nothing is done</source>
            <translation>Der Server bestätigt zu jedem Objekt, dass er es aufbewahrt; bis dahin gilt nichts als erledigt</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>{name} · ID {id} · {day}</source>
            <translation>{name} · ID {id} · {day}</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send to PACS</source>
            <translation>An PACS senden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Tick what is to be sent.</source>
            <translation>Ankreuzen, was gesendet werden soll.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>With C-MOVE the server sends to Station by itself: it must know Station's AE title with this computer's address and the port of the listener, and the listener must be on.</source>
            <translation>Bei C-MOVE sendet der Server von sich aus an Station: Er muss den AE-Titel von Station mit der Adresse dieses Rechners und dem Port des Empfangsdiensts kennen, und der Empfangsdienst muss laufen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Nobody: no sign-in</source>
            <translation>Niemand: ohne Anmeldung</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User and password</source>
            <translation>Benutzer und Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PACS servers</source>
            <translation>PACS-Server</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Servers</source>
            <translation>Server</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Listener</source>
            <translation>Empfangsdienst</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save and test</source>
            <translation>Speichern und testen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Such as HOSPITAL</source>
            <translation>Etwa KLINIK</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Name or address in the network</source>
            <translation>Name oder Adresse im Netz</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: DICOMweb only</source>
            <translation>Leer: nur DICOMweb</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>https://pacs.example/dicom-web, or empty</source>
            <translation>https://pacs.example/dicom-web, oder leer</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>The connection is encrypted (TLS)</source>
            <translation>Die Verbindung ist verschlüsselt (TLS)</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority that signed the server's certificate</source>
            <translation>Stelle, die das Zertifikat des Servers signiert hat</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate that shows who Station is</source>
            <translation>Zertifikat, mit dem Station sich ausweist</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Private key of that certificate</source>
            <translation>Privater Schlüssel dieses Zertifikats</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of the server</source>
            <translation>AE-Titel des Servers</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of Station</source>
            <translation>AE-Titel von Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Fetch by</source>
            <translation>Abrufen mit</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Web address</source>
            <translation>Webadresse</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give the server a name.</source>
            <translation>Dem Server einen Namen geben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give its address and AE title, or its web address.</source>
            <translation>Adresse und AE-Titel angeben, oder die Webadresse.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM file, or empty</source>
            <translation>PEM-Datei, oder leer</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Browse…</source>
            <translation>Durchsuchen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM (*.pem *.crt *.cer *.key);;All files (*)</source>
            <translation>PEM (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Take studies that are sent to Station while it is open</source>
            <translation>Untersuchungen annehmen, die an das geöffnete Station gesendet werden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE titles, with commas in between</source>
            <translation>AE-Titel, durch Kommas getrennt</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Interface</source>
            <translation>Schnittstelle</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Who may send</source>
            <translation>Wer senden darf</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station listens as {words}.</source>
            <translation>Station empfängt als {words}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Testing… this takes a few seconds.</source>
            <translation>Test läuft… das dauert einige Sekunden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Caution</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>DICOMweb</source>
            <translation>DICOMweb</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>ENCRYPTION</source>
            <translation>VERSCHLÜSSELUNG</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority (CA)</source>
            <translation>Stelle (CA)</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate</source>
            <translation>Zertifikat</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Kept; type to replace it</source>
            <translation>Gespeichert; zum Ersetzen eingeben</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>127.0.0.1: this computer only. 0.0.0.0: every network that it is in. Or the address of one.</source>
            <translation>127.0.0.1: nur dieser Rechner. 0.0.0.0: jedes Netz, in dem er ist. Oder die Adresse eines davon.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: everybody, which is possible on this computer only. An AE title is a name, not a proof: who can reach the port can claim it.</source>
            <translation>Leer: alle, nur auf diesem Rechner möglich. Ein AE-Titel ist ein Name, kein Beweis: Wer den Port erreicht, kann ihn angeben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen. {words}</source>
            <translation>Station empfängt nicht. {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen: nobody can send to it.</source>
            <translation>Station empfängt nicht: Niemand kann an Station senden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Take those that have ended off the list</source>
            <translation>Beendete aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>and {count:,} more</source>
            <translation>und {count:,} weitere</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>TRANSFERS</source>
            <translation>ÜBERTRAGUNGEN</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>For research, not for diagnosis. Station is not a medical device and has not been clinically validated.</source>
            <translation>Für die Forschung, nicht zur Diagnose. Station ist kein Medizinprodukt und wurde nicht klinisch validiert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>{sentence}

This is an error in Station, not in your data. Nothing was lost. The text below helps to find it; it contains no patient data but what you see.</source>
            <translation>{sentence}

Dies ist ein Fehler in Station, nicht in den Daten. Nichts ging verloren. Der Text unten hilft, ihn zu finden; er enthält keine Patientendaten außer den sichtbaren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>Station made a mistake</source>
            <translation>Fehler in Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>What went wrong</source>
            <translation>Was schiefging</translation>
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>{out} could not be written. Choose another folder.</source>
            <translation>{out} konnte nicht geschrieben werden. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>No image was found.</source>
            <translation>Kein Bild wurde gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Pages of the preferences</source>
            <translation>Seiten der Einstellungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>All as at first</source>
            <translation>Alles wie zu Beginn</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Every setting of every page; your own layouts stay</source>
            <translation>Jede Einstellung jeder Seite; eigene Layouts bleiben</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Applied at once</source>
            <translation>Gilt sofort</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>{error} What was chosen holds until Station is closed.</source>
            <translation>{error} Die Auswahl gilt, bis Station geschlossen wird.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Open&lt;/b&gt; a folder, files, a ZIP or a DICOMDIR with the button at the left of the tool bar, or drop them on the window.</source>
            <translation>&lt;b&gt;Öffnen&lt;/b&gt;: einen Ordner, Dateien, eine ZIP oder eine DICOMDIR mit dem Knopf links in der Werkzeugleiste, oder auf das Fenster ziehen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;The demo study&lt;/b&gt; is synthetic and shows everything: File ▸ Open the demo study.</source>
            <translation>&lt;b&gt;Die Demo-Untersuchung&lt;/b&gt; ist synthetisch und zeigt alles: Datei ▸ Demo-Untersuchung öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Keys&lt;/b&gt;: F1 lists them, Edit ▸ Preferences changes them. 1 to 6 are SUV windows, the wheel scrolls slices, a left drag changes the window.</source>
            <translation>&lt;b&gt;Tasten&lt;/b&gt;: F1 listet sie auf, Bearbeiten ▸ Einstellungen ändert sie. 1 bis 6 sind SUV-Fenster, das Mausrad blättert Schichten, links ziehen ändert das Fenster.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Help&lt;/b&gt;: a button that is grey says why when the mouse rests on it.</source>
            <translation>&lt;b&gt;Hilfe&lt;/b&gt;: Ein grauer Knopf sagt, warum, wenn die Maus auf ihm ruht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>For a blinded reader study you sign in with the name that its coordinator gave you.</source>
            <translation>Für eine verblindete Reader-Studie gilt bei der Anmeldung der Name, den der Koordinator vergeben hat.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Welcome to Station</source>
            <translation>Willkommen bei Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open the demo study</source>
            <translation>Demo-Untersuchung öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Who reads here</source>
            <translation>Wer hier befundet</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>How it looks</source>
            <translation>Wie es aussieht</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Where things are</source>
            <translation>Wo was ist</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/preparing.py" />
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Begin</source>
            <translation>Beginnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Fixed in a blinded reading, where no score may depend on settings: {keys}, Tab and Esc.</source>
            <translation>Fest in einer verblindeten Befundung, in der kein Score von Einstellungen abhängen darf: {keys}, Tab und Esc.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>What it does</source>
            <translation>Was es tut</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Press the key for “{what}”, or Esc to leave it as it is.</source>
            <translation>Die Taste für „{what}“ drücken, oder Esc, um sie zu lassen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Search an action or a key</source>
            <translation>Aktion oder Taste suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys of all actions</source>
            <translation>Tasten aller Aktionen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add…</source>
            <translation>Hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>No key</source>
            <translation>Keine Taste</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>As at first</source>
            <translation>Wie zu Beginn</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>no key</source>
            <translation>keine Taste</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Your own; at first: {first}</source>
            <translation>Eigene; zu Beginn: {first}</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Point: 13.96</source>
            <translation>Punkt: 13.96</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Comma: 13,96</source>
            <translation>Komma: 13,96</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reader</source>
            <translation>Befunder</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Look</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/viewing/pane_focus.py" />
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout</source>
            <translation>Layout</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As what it holds</source>
            <translation>Nach dem Inhalt</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Reader's name</source>
            <translation>Name des Befunders</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Typed values, findings and exports are recorded under this name.</source>
            <translation>Eingegebene Werte, Befunde und Exporte werden unter diesem Namen aufgezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Grade the PETs of a study when it is opened</source>
            <translation>PETs einer Untersuchung beim Öffnen benoten</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Decimal sign of copied text</source>
            <translation>Dezimalzeichen in kopiertem Text</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>For sentences and tables that go into a report. DICOM, JSON and CSV have points; the menu VOI exports a CSV for spreadsheets with commas.</source>
            <translation>Für Sätze und Tabellen, die in einen Bericht kommen. DICOM, JSON und CSV haben Punkte; das Menü VOI exportiert eine CSV mit Kommas für Tabellenprogramme.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The language changes when Station starts again.</source>
            <translation>Die Sprache wechselt beim nächsten Start von Station.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Size of the text</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The whole window follows: text, rows, buttons. Images and the key images made of them are on black in every theme.</source>
            <translation>Das ganze Fenster folgt: Text, Zeilen, Knöpfe. Bilder und ihre Schlüsselbilder stehen in jedem Farbschema auf Schwarz.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>SUV windows on keys: 0 to</source>
            <translation>SUV-Fenster auf Tasten: 0 bis</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Each patient begins at SUV 0 to</source>
            <translation>Jeder Patient beginnt bei SUV 0 bis</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>CT begins with</source>
            <translation>CT beginnt mit</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Inverse: dark on light</source>
            <translation>Invertiert: dunkel auf hell</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours are those of the images shown now and from now on.</source>
            <translation>Die Farben gelten für die jetzt gezeigten und alle künftigen Bilder.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>A study opens in the layout of what it holds</source>
            <translation>Eine Untersuchung öffnet im Layout ihres Inhalts</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Choosing a layout while a study is open changes this too. Your own layouts: View ▸ Layout ▸ Save this layout.</source>
            <translation>Ein Layoutwechsel bei offener Untersuchung ändert auch dies. Eigene Layouts: Ansicht ▸ Layout ▸ Dieses Layout speichern.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Open from</source>
            <translation>Öffnen aus</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder opened last</source>
            <translation>dem zuletzt geöffneten Ordner</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Write to</source>
            <translation>Schreiben nach</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder written to last</source>
            <translation>dem zuletzt beschriebenen Ordner</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Where the question for a file begins. Nothing is written among the images that are open, whatever is chosen here.</source>
            <translation>Wo die Frage nach einer Datei beginnt. Zwischen die offenen Bilder wird nichts geschrieben, was auch immer hier gewählt ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>{words}: choose a folder</source>
            <translation>{words}: Ordner wählen</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Upper bound of SUV window {number}</source>
            <translation>Obergrenze von SUV-Fenster {number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../station/ui/preparing.py" />
            <source>Station compiles its kernels for this processor. This happens once, at the first start of a version, and takes a minute or two.</source>
            <translation>Station übersetzt seine Rechenkerne für diesen Prozessor. Das geschieht einmal, beim ersten Start einer Version, und dauert ein bis zwei Minuten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Save the PET QA report</source>
            <translation>PET-QA-Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade and checks</source>
            <translation>Note und Prüfungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade again</source>
            <translation>Erneut benoten</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Show what drives the grade</source>
            <translation>Zeigen, was die Note bestimmt</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Place liver sphere at the crosshair</source>
            <translation>Leberkugel an das Fadenkreuz setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Put the liver sphere back</source>
            <translation>Leberkugel zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Report…</source>
            <translation>Bericht…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Report without patient data…</source>
            <translation>Bericht ohne Patientendaten…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Control chart…</source>
            <translation>Regelkarte…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade when a study is opened</source>
            <translation>Beim Öffnen einer Untersuchung benoten</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Click a check to go to its place in all panes.</source>
            <translation>Ein Klick auf eine Prüfung führt in allen Bildfeldern zu ihrem Ort.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits</source>
            <translation>Grenzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Checks</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}</source>
            <translation>Grenzen: {limits}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}. {value}.</source>
            <translation>Grenzen: {limits}. {value}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>It has no position to go to.</source>
            <translation>Sie hat keinen Ort.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>No dated image has been graded here yet. Open PET studies: they are graded automatically, and each image becomes a point in its scanner's chart.</source>
            <translation>Hier wurde noch kein Bild mit Datum benotet. PET-Untersuchungen öffnen: Sie werden automatisch benotet, und jedes Bild wird ein Punkt in der Karte seines Scanners.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Rules broken</source>
            <translation>Verletzte Regeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: not measured in any image.</source>
            <translation>{name}: in keinem Bild gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{count} of the {baseline} images needed for limits</source>
            <translation>{count} der {baseline} Bilder, die für Grenzen nötig sind</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>mean {mean:.2f}, SD {sd:.2f} of the first {baseline} of {count}</source>
            <translation>Mittelwert {mean:.2f}, SD {sd:.2f} der ersten {baseline} von {count}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{figures}. {other_weights} graded with other weights are left out</source>
            <translation>{figures}. Ausgelassen, weil mit anderen Gewichten benotet: {other_weights}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Quality: control chart</source>
            <translation>Qualität: Regelkarte</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Reading the stored grades…</source>
            <translation>Gespeicherte Noten werden gelesen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Scanner</source>
            <translation>Scanner</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Kind of images</source>
            <translation>Art der Bilder</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>The limits come from the first images since this day: choose the day after a service or an update of the scanner</source>
            <translation>Die Grenzen kommen von den ersten Bildern seit diesem Tag: den Tag nach einer Wartung oder einem Update des Scanners wählen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Export CSV…</source>
            <translation>CSV exportieren…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Grades in time</source>
            <translation>Zeitlicher Verlauf der Noten</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Click a point or a row to see which image it is.</source>
            <translation>Ein Klick auf einen Punkt oder eine Zeile zeigt, welches Bild es ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Save the history</source>
            <translation>Verlauf speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{figures}; {broken} break a rule</source>
            <translation>{figures}; Regel verletzt: {broken}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{figures}; in control</source>
            <translation>{figures}; unter Kontrolle</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source> Limits are drawn once there are {baseline} images.</source>
            <translation> Grenzen werden ab {baseline} Bildern gezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>no longer in the study list: open its folder again</source>
            <translation>nicht mehr in der Untersuchungsliste: den Ordner erneut öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: rule {numbers}</source>
            <translation>{name}: Regel {numbers}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Saved {file}</source>
            <translation>{file} gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>not in the list</source>
            <translation>nicht in der Liste</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>+3 SD</source>
            <translation>+3 SD</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>−3 SD</source>
            <translation>−3 SD</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Orange: where the network sees a loss of quality. A person might name another cause.</source>
            <translation>Orange: wo das Netz einen Qualitätsverlust sieht. Ein Mensch würde vielleicht eine andere Ursache nennen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>WHAT PULLS THE GRADE DOWN</source>
            <translation>WAS DIE NOTE SENKT</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Places that lower the grade</source>
            <translation>Orte, die die Note senken</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>From the front, the patient's right on the left. Click to go there.</source>
            <translation>Von vorn, die rechte Seite des Patienten links. Ein Klick führt dorthin.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>What pulls the grade down, over the projection from the front</source>
            <translation>Was die Note senkt, über der Projektion von vorn</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Go there. The share is relative to the strongest place.</source>
            <translation>Dorthin gehen. Der Anteil bezieht sich auf den stärksten Ort.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>No place in the image pulls its grade down.</source>
            <translation>Kein Ort im Bild senkt die Note.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The image is graded once all images are shown, so that reading is not held up.</source>
            <translation>Das Bild wird benotet, sobald alle Bilder zu sehen sind, damit die Befundung nicht aufgehalten wird.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The quality of a PET is graded and checked here when a study is open.</source>
            <translation>Die Qualität eines PET wird hier benotet und geprüft, sobald eine Untersuchung geöffnet ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>For research. The grade does not replace a look at the image.</source>
            <translation>Für die Forschung. Die Note ersetzt keinen Blick auf das Bild.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>What may have gone wrong: &lt;b&gt;{words}&lt;/b&gt;</source>
            <translation>Mögliche Ursachen: &lt;b&gt;{words}&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Image whose quality is shown</source>
            <translation>Bild, dessen Qualität gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The PET whose quality is shown (default: that in the active column)</source>
            <translation>Das PET, dessen Qualität gezeigt wird (Standard: das der aktiven Spalte)</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Place liver sphere here</source>
            <translation>Leberkugel hierher setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Show what drives it</source>
            <translation>Zeigen, was sie bestimmt</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>CHECKS &amp;nbsp; {summary_html}</source>
            <translation>PRÜFUNGEN &amp;nbsp; {summary_html}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Measure the liver at the crosshair, in a 3 mL sphere</source>
            <translation>Die Leber am Fadenkreuz messen, in einer 3-mL-Kugel</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Put the liver sphere back where it was placed automatically</source>
            <translation>Leberkugel an den automatisch gesetzten Ort zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Find the places in the image that pull its grade down</source>
            <translation>Die Orte im Bild suchen, die seine Note senken</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Write the one-page PET QA report as PDF</source>
            <translation>Den einseitigen PET-QA-Bericht als PDF schreiben</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade and check the image again</source>
            <translation>Das Bild erneut benoten und prüfen</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The probability of the grades 3 to 5</source>
            <translation>Die Wahrscheinlichkeit der Noten 3 bis 5</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>{name} {version}, weights {sha256}.</source>
            <translation>{name} {version}, Gewichte {sha256}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>{words}.</source>
            <translation>{words}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Not checked. {refusal}</source>
            <translation>Nicht geprüft. {refusal}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>P(Good) {probability_good:.2f}</source>
            <translation>P(Gut) {probability_good:.2f}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Probabilities of the grades: </source>
            <translation>Wahrscheinlichkeiten der Noten: </translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>How probable each grade is
</source>
            <translation>Wie wahrscheinlich jede Note ist
</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}, kept since.</source>
            <translation>Benotet {day}, seither gespeichert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}.</source>
            <translation>Benotet {day}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grading…</source>
            <translation>Wird benotet…</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change your password</source>
            <translation>Passwort ändern</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Your password now</source>
            <translation>Jetziges Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>New password</source>
            <translation>Neues Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>{shortest_password} characters or more</source>
            <translation>mindestens {shortest_password} Zeichen</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Repeat the password</source>
            <translation>Passwort wiederholen</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Stays in the record for good</source>
            <translation>Bleibt dauerhaft in der Aufzeichnung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>New reader study…</source>
            <translation>Neue Reader-Studie…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Read a study…</source>
            <translation>Studie befunden…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Consensus…</source>
            <translation>Konsens…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Coordinator…</source>
            <translation>Koordinator…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Hidden until the study is locked: the grade can reveal what an image is. After that it is compared here with the readers' scores.</source>
            <translation>Verborgen, bis die Studie gesperrt ist: Die Note kann verraten, was ein Bild ist. Danach wird sie hier mit den Scores der Befunder verglichen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Comparing with the QA grade…</source>
            <translation>Vergleich mit der QA-Note…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images of</source>
            <translation>Bilder von</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Scores of</source>
            <translation>Scores von</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Graded</source>
            <translation>Benotet</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation>
                <numerusform>{count} Bild</numerusform>
                <numerusform>{count} Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Which scores: a criterion of the protocol</source>
            <translation>Welche Scores: ein Kriterium des Protokolls</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{method} A row's tip says what to know about its figures.</source>
            <translation>{method} Was zu den Zahlen einer Zeile zu wissen ist, sagt ihr Tooltip.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {images}</source>
            <translation>{images} benoten</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} with grade {name} and score {header}</source>
            <translation>{count} mit Note {name} und Score {header}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>No image has a QA grade yet.</source>
            <translation>Noch kein Bild hat eine QA-Note.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{busy} is under way.</source>
            <translation>{busy}: im Gange.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images that were read, are in the library and have no grade by this network</source>
            <translation>Bilder, die befundet wurden, in der Bibliothek liegen und keine Note dieses Netzes haben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {name}</source>
            <translation>Note {name}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>GRADE BY SCORE: {of}</source>
            <translation>NOTE NACH SCORE: {of}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>NOT COMPARED: {count} OF {read}</source>
            <translation>NICHT VERGLICHEN: {count} VON {read}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reader: reads every image</source>
            <translation>Befunder: befundet alle Bilder</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Adjudicator: takes part in the consensus only</source>
            <translation>Adjudikator: nimmt nur am Konsens teil</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Coordinator: follows the study, does not read</source>
            <translation>Koordinator: begleitet die Studie, befundet nicht</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock the study</source>
            <translation>Studie sperren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>After this no answer can be given or changed, and the key may be opened for the analysis. The record is checked first. The history shows that the study was locked, by whom and when.</source>
            <translation>Danach kann keine Antwort mehr gegeben oder geändert werden, und der Schlüssel darf für die Auswertung geöffnet werden. Zuerst wird die Aufzeichnung geprüft. Der Verlauf zeigt, dass die Studie gesperrt wurde, von wem und wann.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your password</source>
            <translation>Eigenes Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock the study</source>
            <translation>Studie entsperren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Readers who have not signed can go on, and sets can be reopened.</source>
            <translation>Befunder, die nicht unterzeichnet haben, können fortfahren, und Sätze können wieder geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The key was open. Whoever has seen what the images are is no longer blinded; the results say that the study was unlocked, and why.</source>
            <translation>Der Schlüssel war offen. Wer gesehen hat, was die Bilder sind, ist nicht mehr verblindet; die Ergebnisse sagen, dass die Studie entsperrt wurde und warum.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen a reader's set</source>
            <translation>Satz eines Befunders wieder öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The signature is taken back, so that the reader can revise, and then sign again. Every answer given so far stays on record.</source>
            <translation>Die Unterschrift wird zurückgenommen, damit der Befunder revidieren und danach erneut unterzeichnen kann. Jede bisherige Antwort bleibt aufgezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen</source>
            <translation>Wieder öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose set</source>
            <translation>Wessen Satz</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add a person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>A reader gets a list of all images in an order of their own. Tell them the password yourself; they choose another one when they first sign in.</source>
            <translation>Ein Befunder erhält eine Liste aller Bilder in eigener Reihenfolge. Das Passwort persönlich mitteilen; bei der ersten Anmeldung wird ein anderes gewählt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Name, as shown in the tables</source>
            <translation>Name, wie in den Tabellen gezeigt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>First password</source>
            <translation>Erstes Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your own password</source>
            <translation>Eigenes Passwort</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set a password</source>
            <translation>Passwort setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>For a reader or adjudicator who forgot theirs. What they have open ends, and they choose another password when they sign in. Tell it to nobody else.</source>
            <translation>Für Befunder oder Adjudikatoren, die ihres vergessen haben. Was sie offen haben, endet, und sie wählen bei der Anmeldung ein anderes Passwort. Es niemand anderem mitteilen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set</source>
            <translation>Setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw a reader</source>
            <translation>Befunder ausschließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>They can no longer sign in, the study does not wait for them, and their readings are not analysed. Everything they read stays on record.</source>
            <translation>Sie können sich nicht mehr anmelden, die Studie wartet nicht auf sie, und ihre Befundungen werden nicht ausgewertet. Alles Befundete bleibt aufgezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw</source>
            <translation>Ausschließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive the washout</source>
            <translation>Washout erlassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The reader may begin the next session now. The results say that they did, and why.</source>
            <translation>Der Befunder darf die nächste Sitzung jetzt beginnen. Die Ergebnisse sagen, dass es so war und warum.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive</source>
            <translation>Erlassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Open the key</source>
            <translation>Schlüssel öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Shows the case and the arm behind every image code, and where the case came from.</source>
            <translation>Zeigt Fall und Arm hinter jedem Bildcode und woher der Fall stammt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Make the investigator's copy</source>
            <translation>Prüferkopie erstellen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Protocol, audit trail, every answer first and last, and the key, in one file that you sign. Whoever has it can check it years later: station reading verify FILE.</source>
            <translation>Protokoll, Audit-Trail, jede erste und letzte Antwort und der Schlüssel, in einer unterzeichneten Datei. Wer sie hat, kann sie noch Jahre später prüfen: station reading verify FILE.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Sign and save</source>
            <translation>Unterzeichnen und speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Not signed yet: {left}. If you lock now, the analysis uses what is there. A reason is needed.</source>
            <translation>Noch nicht unterzeichnet: {left}. Wird jetzt gesperrt, verwendet die Auswertung, was vorliegt. Ein Grund ist nötig.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Remark (optional)</source>
            <translation>Bemerkung (optional)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The study is not locked. Whoever sees the key is no longer blinded and must not advise the readers. Your name, the time and the reason are recorded and stay in the history. The analysis does not need this: it opens the key after the lock.</source>
            <translation>Die Studie ist nicht gesperrt. Wer den Schlüssel sieht, ist nicht mehr verblindet und darf die Befunder nicht beraten. Name, Zeit und Grund werden aufgezeichnet und bleiben im Verlauf. Die Auswertung braucht dies nicht: Sie öffnet den Schlüssel nach dem Sperren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>I will no longer be blinded</source>
            <translation>Ich bin danach nicht mehr verblindet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Key of {study}</source>
            <translation>Schlüssel von {study}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save as CSV…</source>
            <translation>Als CSV speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save the key</source>
            <translation>Schlüssel speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write the analysis</source>
            <translation>Auswertung schreiben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables, tests, agreement, QA grades, figures and rows of {study}, with an R script that recomputes scores, agreement, SUVs and foci. Files of the same names in the folder are replaced.</source>
            <translation>Tabellen, Tests, Übereinstimmung, QA-Noten, Abbildungen und Zeilen von {study}, mit einem R-Skript, das Scores, Übereinstimmung, SUVs und Foki neu berechnet. Gleichnamige Dateien im Ordner werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs measured in these cases, as CSV (optional)</source>
            <translation>Tabellen der in diesen Fällen gemessenen VOIs, als CSV (optional)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Folder for the analysis</source>
            <translation>Ordner für die Auswertung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs</source>
            <translation>VOI-Tabellen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Last confirmed</source>
            <translation>Zuletzt bestätigt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>About</source>
            <translation>Betrifft</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>revised</source>
            <translation>revidiert</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>next</source>
            <translation>nächster</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>not read</source>
            <translation>nicht befundet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Cases and readers</source>
            <translation>Fälle und Befunder</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Search: name, code, action, reason, date</source>
            <translation>Suchen: Name, Code, Aktion, Grund, Datum</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Choose an entry to see all of it.</source>
            <translation>Ein gewählter Eintrag wird hier ganz gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Case and arm</source>
            <translation>Fall und Arm</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{name}  practice</source>
            <translation>{name}  Übung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} of {whole:,} entries</source>
            <translation>{count:,} von {whole:,} Einträgen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} entries</source>
            <extracomment>One: {count} entry</extracomment>
            <translation>
                <numerusform>{count} Eintrag</numerusform>
                <numerusform>{count:,} Einträge</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record has not been read yet.</source>
            <translation>Die Aufzeichnung wurde noch nicht gelesen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Coordinator: {study}</source>
            <translation>Koordinator: {study}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>QA grade</source>
            <translation>QA-Note</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reading the record…</source>
            <translation>Aufzeichnung wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study. If every coordinator forgets theirs, nobody can lock the study.</source>
            <translation>Es versiegelt den Schlüssel der Studie. Vergessen alle Koordinatoren ihres, kann niemand die Studie sperren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save every reading</source>
            <translation>Alle Befundungen speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save the investigator's copy</source>
            <translation>Prüferkopie speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>ZIP (*.zip)</source>
            <translation>ZIP (*.zip)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Read the record now (F5); it is also read every half minute</source>
            <translation>Die Aufzeichnung jetzt lesen (F5); sie wird auch jede halbe Minute gelesen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>as of {at:%H:%M:%S}</source>
            <translation>Stand {at:%H:%M:%S}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Lock…</source>
            <translation>Sperren…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Unlock…</source>
            <translation>Entsperren…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Analysis…</source>
            <translation>Auswertung…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Readings, CSV…</source>
            <translation>Befundungen, CSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Investigator's copy…</source>
            <translation>Prüferkopie…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reopen a set…</source>
            <translation>Satz wieder öffnen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Add a person…</source>
            <translation>Person hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Set a password…</source>
            <translation>Passwort setzen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Withdraw a reader…</source>
            <translation>Befunder ausschließen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Waive the washout…</source>
            <translation>Washout erlassen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Change my password…</source>
            <translation>Mein Passwort ändern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Check the record</source>
            <translation>Aufzeichnung prüfen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the key…</source>
            <translation>Schlüssel öffnen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source> What is shown is as of {at:%H:%M:%S}.</source>
            <translation> Gezeigt wird der Stand von {at:%H:%M:%S}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Wrote {written}</source>
            <translation>{written} geschrieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record could not be read.</source>
            <translation>Die Aufzeichnung konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{name}, coordinator</source>
            <translation>{name}, Koordinator</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Close the study, so that it can be analysed</source>
            <translation>Die Studie schließen, damit sie ausgewertet werden kann</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let readers who have not signed go on, with a reason</source>
            <translation>Befunder, die nicht unterzeichnet haben, fortfahren lassen, mit Grund</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Take a reader's signature back, so that they can revise</source>
            <translation>Die Unterschrift eines Befunders zurücknehmen, damit er revidieren kann</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>A reader, an adjudicator or another coordinator</source>
            <translation>Einen Befunder, einen Adjudikator oder einen weiteren Koordinator</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>They no longer read, and are not analysed</source>
            <translation>Befunden nicht mehr und werden nicht ausgewertet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let a reader begin the next session now, with a reason</source>
            <translation>Einen Befunder die nächste Sitzung jetzt beginnen lassen, mit Grund</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>For a reader or adjudicator who forgot theirs</source>
            <translation>Für Befunder oder Adjudikatoren, die ihres vergessen haben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study</source>
            <translation>Es versiegelt den Schlüssel der Studie</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The chain of the audit trail, and every image file</source>
            <translation>Die Kette des Audit-Trails und jede Bilddatei</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>What the image codes mean; who asked, and why, is recorded</source>
            <translation>Was die Bildcodes bedeuten; wer danach fragte und warum, wird aufgezeichnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Every reading with its arm, one line each</source>
            <translation>Jede Befundung mit ihrem Arm, je eine Zeile</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Everything about the study in one signed file</source>
            <translation>Alles über die Studie in einer unterzeichneten Datei</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Tables, tests, agreement, QA grade, rows, R script</source>
            <translation>Tabellen, Tests, Übereinstimmung, QA-Note, Zeilen, R-Skript</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>EVERY IMAGE</source>
            <translation>JEDES BILD</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Copy the hash</source>
            <translation>Hash kopieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{scores}: {scale} · {scores2}: {scale2}. Click a focus, then press a digit.</source>
            <translation>{scores}: {scale} · {scores2}: {scale2}. Einen Fokus anklicken, dann eine Ziffer drücken.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{number} of {total}</source>
            <translation>{number} von {total}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Revision: the old answers stay on record, with the reason.</source>
            <translation>Revision: Die alten Antworten bleiben aufgezeichnet, mit dem Grund.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Consensus: agree on one score for each criterion.</source>
            <translation>Konsens: sich für jedes Kriterium auf einen Score einigen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Practice: this case is not counted.</source>
            <translation>Übung: Dieser Fall zählt nicht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not confirmed yet. {problem} It will be tried again automatically.</source>
            <translation>Noch nicht bestätigt. {problem} Es wird automatisch erneut versucht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not stored yet. {problem} Your answers stay on the screen, and storing them will be tried again automatically.</source>
            <translation>Noch nicht gespeichert. {problem} Die Antworten bleiben auf dem Bildschirm, das Speichern wird automatisch erneut versucht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Why does the answer change?</source>
            <translation>Warum ändert sich die Antwort?</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Reason of the revision</source>
            <translation>Grund der Revision</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Case {code}</source>
            <translation>Fall {code}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Save the revision · Enter</source>
            <translation>Revision speichern · Enter</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{name}{value}: none</source>
            <translation>{name}{value}: keine</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>describe it if Yes</source>
            <translation>bei Ja beschreiben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Still to answer: {left}.</source>
            <translation>Noch zu beantworten: {left}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Change an answer, or go back to the list.</source>
            <translation>Eine Antwort ändern oder zur Liste zurückgehen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Write why the answer changes.</source>
            <translation>Angeben, warum sich die Antwort ändert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirming…</source>
            <translation>Wird bestätigt…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirm · Enter</source>
            <translation>Bestätigen · Enter</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Look at it</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Where?</source>
            <translation>Wo?</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Site of focus {number}</source>
            <translation>Ort von Fokus {number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove this mark</source>
            <translation>Diese Markierung entfernen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove focus {number}</source>
            <translation>Fokus {number} entfernen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source> on {side}</source>
            <translation> zu {side}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Comment{of} (optional)</source>
            <translation>Kommentar{of} (optional)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None in {side} · 0</source>
            <translation>Keine in {side} · 0</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None · 0</source>
            <translation>Keine · 0</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: no</source>
            <translation>{title}{of}: nein</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: yes</source>
            <translation>{title}{of}: ja</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it in {side}?</source>
            <translation>Was ist es in {side}?</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it?</source>
            <translation>Was ist es?</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Blinded reading</source>
            <translation>Verblindete Befundung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Axial</source>
            <translation>Axial</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Coronal</source>
            <translation>Koronal</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Sagittal</source>
            <translation>Sagittal</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice up</source>
            <translation>Schicht aufwärts</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice down</source>
            <translation>Schicht abwärts</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the left</source>
            <translation>MIP nach links drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the right</source>
            <translation>MIP nach rechts drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Wider window, if adjustable</source>
            <translation>Fenster erweitern, falls einstellbar</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Narrower window</source>
            <translation>Fenster verengen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>↑ ↓ Tab</source>
            <translation>↑ ↓ Tab</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>go to another question</source>
            <translation>zu einer anderen Frage gehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Y N</source>
            <translation>Y N</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>artifact: yes, no</source>
            <translation>Artefakt: ja, nein</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>confirm; in a text: finish it</source>
            <translation>bestätigen; in einem Text: ihn abschließen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>axial, coronal, sagittal</source>
            <translation>axial, koronal, sagittal</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>a slice up, down; wheel</source>
            <translation>eine Schicht aufwärts, abwärts; Mausrad</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>last, first slice</source>
            <translation>letzte, erste Schicht</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>turn the MIP; wheel</source>
            <translation>MIP drehen; Mausrad</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>window, if adjustable; left drag</source>
            <translation>Fenster, falls einstellbar; links ziehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>whole body, original window</source>
            <translation>Ganzkörper, ursprüngliches Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>crosshair on, off</source>
            <translation>Fadenkreuz ein, aus</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The image is hidden and the clock is stopped. Your answers are kept.</source>
            <translation>Das Bild ist verborgen, die Uhr angehalten. Die Antworten bleiben erhalten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The next sitting opens on {day}, so that no image is remembered from the one before. What you confirmed is stored.</source>
            <translation>Nächste Sitzung: {day}, damit kein Bild der vorigen in Erinnerung ist. Bestätigtes ist gespeichert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>What you confirmed is stored. Closing loses nothing.</source>
            <translation>Bestätigtes ist gespeichert. Beim Schließen geht nichts verloren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>I read these images myself, without knowing how any of them was made. These are my answers, and they are final.</source>
            <translation>Ich habe diese Bilder selbst befundet, ohne zu wissen, wie sie entstanden sind. Dies sind meine Antworten, und sie sind endgültig.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>We looked at these images together, without knowing how any of them was made, and agreed on these scores. They are final.</source>
            <translation>Wir haben diese Bilder gemeinsam angesehen, ohne zu wissen, wie sie entstanden sind, und uns auf diese Scores geeinigt. Sie sind endgültig.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your signature says: “{meaning}”</source>
            <translation>Die Unterschrift besagt: „{meaning}“</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} answers are not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</source>
            <extracomment>One: {count} answer is not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</extracomment>
            <translation>
                <numerusform>{count} Antwort ist noch nicht gespeichert. {problem} Das Programm offen lassen: Das Speichern wird automatisch erneut versucht. Beim Schließen gehen ungespeicherte Antworten verloren.</numerusform>
                <numerusform>{count} Antworten sind noch nicht gespeichert. {problem} Das Programm offen lassen: Das Speichern wird automatisch erneut versucht. Beim Schließen gehen ungespeicherte Antworten verloren.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Close and lose them</source>
            <translation>Schließen und verlieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nobody was here for a while. Your answers are kept; your password goes on.</source>
            <translation>Eine Weile war niemand da. Die Antworten bleiben erhalten; mit dem Passwort geht es weiter.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The scale stays the same. From now on every case counts, and the words of the scale appear when you point at a score.</source>
            <translation>Die Skala bleibt dieselbe. Ab jetzt zählt jeder Fall, und die Worte der Skala erscheinen, wenn die Maus auf einen Score zeigt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Paused</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>another day</source>
            <translation>anderer Tag</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Rest</source>
            <translation>Erholung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look again</source>
            <translation>Erneut ansehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Reading cannot go on</source>
            <translation>Befundung nicht fortsetzbar</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nothing to agree on</source>
            <translation>Nichts zu klären</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>No two readers scored an image as differently as the protocol brings together.</source>
            <translation>Keine zwei Befunder haben ein Bild so verschieden bewertet, dass das Protokoll sie zusammenbringt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} foci</source>
            <extracomment>One: {count} focus</extracomment>
            <translation>
                <numerusform>{count} Fokus</numerusform>
                <numerusform>{count} Foki</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Loading the next case</source>
            <translation>Der nächste Fall wird geladen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Locked</source>
            <translation>Gesperrt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Go on…</source>
            <translation>Fortsetzen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Practice is over</source>
            <translation>Die Übung ist beendet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Open this case</source>
            <translation>Diesen Fall öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Sign</source>
            <translation>Unterzeichnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Revised</source>
            <translation>Revidiert</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings</source>
            <translation>Eigene Befundungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signed</source>
            <translation>Unterzeichnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The consensus on {cases} is final. The coordinator can lock the study.</source>
            <translation>Der Konsens ({cases}) ist endgültig. Der Koordinator kann die Studie sperren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Artifact</source>
            <translation>Artefakt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signing…</source>
            <translation>Wird unterzeichnet…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>practice {number}</source>
            <translation>Übung {number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Password of {name}</source>
            <translation>Passwort von {name}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All agreed</source>
            <translation>Alles im Konsens</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>{cases} agreed on. Look through them; each can be opened and revised, with a reason. Signing makes the consensus final.</source>
            <translation>{cases} im Konsens. Noch einmal durchsehen; jeder kann geöffnet und mit Grund revidiert werden. Das Unterzeichnen macht den Konsens endgültig.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings of {cases} are final. The consensus opens when every reader has signed: Reading ▸ Consensus, or station read --consensus.</source>
            <translation>Die eigenen Befundungen ({cases}) sind endgültig. Der Konsens öffnet, sobald alle Befunder unterzeichnet haben: Befundung ▸ Konsens oder station read --consensus.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All cases are read</source>
            <translation>Alle Fälle sind befundet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look through your readings of {cases}. What is opened again can be revised, with a reason. Signing makes them all final.</source>
            <translation>Die eigenen Befundungen ({cases}) durchsehen. Was erneut geöffnet wird, kann mit Grund revidiert werden. Das Unterzeichnen macht alle endgültig.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Slice {number}/{of}</source>
            <translation>Schicht {number}/{of}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>outside the image</source>
            <translation>außerhalb des Bildes</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Station: reading</source>
            <translation>Station: Befundung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press {scores}–{scores2} to score, {enter}{away}</source>
            <translation>{scores}–{scores2}: bewerten, {enter}{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{planes}: plane · {middle}{signs}: reset</source>
            <translation>{planes}: Ebene · {middle}{signs}: zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>You use it to sign in and to sign. The coordinator can give you another one.</source>
            <translation>Es dient zum Anmelden und zum Unterzeichnen. Der Koordinator kann ein anderes vergeben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to go back</source>
            <translation>Esc: zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to pause</source>
            <translation>Esc: Pause</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to confirm, {away}</source>
            <translation>Enter: bestätigen, {away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Type, then press Enter, {away}</source>
            <translation>Text eingeben, dann Enter, {away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Click a focus, press {scores}–{scores2} to mark it; 0: none. ↓ to go on</source>
            <translation>Einen Fokus anklicken, {scores}–{scores2}: markieren; 0: keine. ↓: weiter</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Y or N, {away}</source>
            <translation>Y oder N drücken, {away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Enter to confirm, </source>
            <translation>Enter: bestätigen, </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{window}: window · </source>
            <translation>{window}: Fenster · </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on reading</source>
            <translation>Weiterbefunden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Nobody was here for {idle_minutes} minutes. What was answered is kept.</source>
            <translation>{idle_minutes} Minuten lang war niemand da. Gegebene Antworten bleiben erhalten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to save, {away}</source>
            <translation>Enter: speichern, {away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>The password you were given is known to somebody else. Choose one of your own: only you can then sign with it. 12 characters or more; four or five words are easy to remember.</source>
            <translation>Das erhaltene Passwort kennt noch jemand. Ein eigenes wählen: Nur damit lässt sich dann unterzeichnen. Mindestens 12 Zeichen; vier oder fünf Wörter sind leicht zu merken.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study yet. The coordinator makes one: Reading ▸ New reader study.</source>
            <translation>Es gibt noch keine Reader-Studie. Der Koordinator legt sie an: Befundung ▸ Neue Reader-Studie.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Read a study</source>
            <translation>Studie befunden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Coordinator</source>
            <translation>Koordinator</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Images are shown on the full screen, under codes.</source>
            <translation>Bilder werden im Vollbild gezeigt, unter Codes.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Readers agree on what they scored very differently, still under codes. It opens when every reader has signed; one reader signs in for all present, or the adjudicator does.</source>
            <translation>Befunder einigen sich über sehr verschieden Bewertetes, weiterhin unter Codes. Öffnet, sobald alle Befunder unterzeichnet haben; ein Befunder meldet sich für alle Anwesenden an, oder der Adjudikator.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Progress, locking and the analysis of a study.</source>
            <translation>Fortschritt, Sperren und Auswertung einer Studie.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Study</source>
            <comment>a reader study</comment>
            <translation>Studie</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Looking for reader studies</source>
            <translation>Reader-Studien suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in…</source>
            <translation>Anmeldung…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study “{wanted}”. Ask the coordinator for its name.</source>
            <translation>Es gibt keine Reader-Studie „{wanted}“. Den Koordinator nach ihrem Namen fragen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as</source>
            <translation>Verwenden als</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Study</source>
            <translation>Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>A case is a study with a conventional and a DL image of one scan. Readers practise on the practice cases first; those answers do not count.</source>
            <translation>Ein Fall ist eine Untersuchung mit einem konventionellen und einem DL-Bild derselben Aufnahme. Befunder üben zuerst an den Übungsfällen; diese Antworten zählen nicht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Studies of the archive</source>
            <translation>Untersuchungen des Archivs</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Search by name, ID, date or description</source>
            <translation>Nach Name, ID, Datum oder Beschreibung suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Looking through the archive…</source>
            <translation>Das Archiv wird durchgesehen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Images of this case</source>
            <translation>Bilder dieses Falls</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as case</source>
            <translation>Als Fall verwenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use for practice</source>
            <translation>Zum Üben verwenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>All shown as cases</source>
            <translation>Alle gezeigten als Fälle</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{cases} · {count} for practice · {possible} of {count2} shown can be chosen</source>
            <translation>{cases} · {count} zum Üben · {possible} von {count2} gezeigten wählbar</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The selected studies ({key} in the table)</source>
            <translation>Die ausgewählten Untersuchungen ({key} in der Tabelle)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>No study matches. Search for something else.</source>
            <translation>Keine Untersuchung passt. Nach etwas anderem suchen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{patient_name} cannot be a case. {problem}</source>
            <translation>{patient_name} kann kein Fall sein. {problem}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Which images are compared:</source>
            <translation>Welche Bilder verglichen werden:</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Conventional: {conventional_label} · DL: {dl_label}</source>
            <translation>Konventionell: {conventional_label} · DL: {dl_label}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The archive is empty. Open the studies in Station once; then they are listed here.</source>
            <translation>Das Archiv ist leer. Die Untersuchungen einmal in Station öffnen; danach stehen sie hier.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>This study</source>
            <translation>Diese Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>A password has 12 characters or more (four or five words are easy to remember), does not contain the name, and no two people share one. Give each person theirs in private: they choose another when they first sign in, and then only they can sign with it. The coordinator's password opens the sealed key: it cannot be recovered.</source>
            <translation>Ein Passwort hat mindestens 12 Zeichen (vier oder fünf Wörter sind leicht zu merken), enthält den Namen nicht, und keine zwei Personen haben dasselbe. Jeder Person das ihre vertraulich mitteilen: Bei der ersten Anmeldung wählt sie ein anderes, und nur sie kann dann damit unterzeichnen. Das Passwort des Koordinators öffnet den versiegelten Schlüssel: Es ist nicht wiederherstellbar.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocol</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What is scored, on which scale, and how images are presented.</source>
            <translation>Was bewertet wird, auf welcher Skala, und wie die Bilder dargeboten werden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>at least {washout_cases} others between two images of one patient</source>
            <translation>mindestens {washout_cases} andere zwischen zwei Bildern eines Patienten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} mistakes in {name}</source>
            <extracomment>One: {count} mistake in {name}</extracomment>
            <translation>
                <numerusform>{count} Fehler in {name}</numerusform>
                <numerusform>{count} Fehler in {name}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The coordinator follows the study and does not read. Readers score alone. The adjudicator decides what readers scored very differently; without one they agree on it together.</source>
            <translation>Der Koordinator begleitet die Studie und befundet nicht. Befunder bewerten allein. Der Adjudikator entscheidet, was Befunder sehr verschieden bewertet haben; ohne ihn einigen sie sich gemeinsam.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Both images of every case are copied under random codes, without their headers, checked for leaks, and recorded. The key is sealed under the coordinator's password.</source>
            <translation>Beide Bilder jedes Falls werden unter zufälligen Codes kopiert, ohne ihre Header, auf Verblindung geprüft und aufgezeichnet. Der Schlüssel wird mit dem Passwort des Koordinators versiegelt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Preparation</source>
            <translation>Vorbereitung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>foci are marked, each with a confidence</source>
            <translation>Foki werden markiert, je mit Konfidenz</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Sites: {sites}.</source>
            <translation>Orte: {sites}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>* Our words: the source of the protocol gives none for this score.</source>
            <translation>* Eigener Wortlaut: Die Quelle des Protokolls gibt für diesen Score keinen an.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>, and {days} between sittings</source>
            <translation>; zwischen Sitzungen: {days}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{images} images, {files:,} files and {attributes:,} attributes were looked at</source>
            <translation>{images} Bilder, {files:,} Dateien und {attributes:,} Attribute geprüft</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} things</source>
            <extracomment>One: one thing</extracomment>
            <translation>
                <numerusform>ein Merkmal</numerusform>
                <numerusform>{count} Merkmale</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>As readers choose it, such as Denoising 2026</source>
            <translation>Wie Befunder sie auswählen, etwa Entrauschen 2026</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Choose a file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What the protocol says</source>
            <translation>Was das Protokoll sagt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Name of the study</source>
            <translation>Name der Studie</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocols (*.toml)</source>
            <translation>Protokolle (*.toml)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{washout_days} days</source>
            <translation>{washout_days} Tage</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>readers may change it, from 0–{low:g} to 0–{high:g}</source>
            <translation>Befunder dürfen es ändern, von 0–{low:g} bis 0–{high:g}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Presentation</source>
            <translation>Darbietung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Washout</source>
            <translation>Washout</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Hidden repeats</source>
            <translation>Verdeckte Wiederholungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{repeats}, to see how well each reader agrees with themselves</source>
            <translation>{repeats}, um zu sehen, wie gut jeder Befunder mit sich selbst übereinstimmt</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>At the end</source>
            <translation>Am Ende</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Yes or no</source>
            <translation>Ja oder Nein</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{artifact}; a yes is described</source>
            <translation>{artifact}; ein Ja wird beschrieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>on scores {large_difference} points apart or more</source>
            <translation>über Scores, die {large_difference} Punkte oder mehr auseinanderliegen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Correct the file, then choose it again.</source>
            <translation>Die Datei korrigieren, dann erneut wählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{text} has no name. Enter one.</source>
            <translation>{text} hat keinen Namen. Einen eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The two passwords of {text} differ. Type both again.</source>
            <translation>Die beiden Passwörter von {text} unterscheiden sich. Beide erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Adjudicator</source>
            <translation>Adjudikator</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Add a reader</source>
            <translation>Befunder hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>An adjudicator decides the consensus</source>
            <translation>Ein Adjudikator entscheidet den Konsens</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Show passwords</source>
            <translation>Passwörter zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {count}</source>
            <translation>Befunder {count}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study was not started</source>
            <translation>Die Studie wurde nicht begonnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The leak check found {leaks} by which patients or arms could be distinguished ({looked}). The copies were deleted; nothing was recorded.</source>
            <translation>Die Verblindungsprüfung hat {leaks} gefunden; Patienten oder Arme wären damit unterscheidbar ({looked}). Die Kopien wurden gelöscht; nichts wurde aufgezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>one image at a time, in a random order for each reader</source>
            <translation>ein Bild nach dem anderen, für jeden Befunder in zufälliger Reihenfolge</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>both images of a patient side by side, A and B at random</source>
            <translation>beide Bilder eines Patienten nebeneinander, A und B zufällig</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>password again</source>
            <translation>Passwort wiederholen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {n}</source>
            <translation>Befunder {n}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {number}</source>
            <translation>Befunder {number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count}, {images} images</source>
            <translation>{count}, {images} Bilder</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Practice cases</source>
            <translation>Übungsfälle</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Each reader scores</source>
            <translation>Jeder Befunder bewertet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{shown} {what}, {repeats} of them repeats</source>
            <translation>{shown} {what}, davon {repeats} Wiederholungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Readers of “{study}” can now sign in: Reading ▸ Read a study.</source>
            <translation>Befunder von „{study}“ können sich jetzt anmelden: Befundung ▸ Studie befunden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study is ready to be read</source>
            <translation>Die Studie ist bereit zur Befundung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Leak check passed: {looked}.</source>
            <translation>Verblindungsprüfung bestanden: {looked}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Planning</source>
            <translation>Planung</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Optional: how many cases and readers show what you expect, with readers and cases as samples.</source>
            <translation>Optional: wie viele Fälle und Befunder das Erwartete zeigen, mit Befundern und Fällen als Stichproben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>From a pilot…</source>
            <translation>Aus einer Pilotstudie…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Simulate</source>
            <translation>Simulieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cancel the simulation</source>
            <translation>Simulation abbrechen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>The simulation was cancelled.</source>
            <translation>Die Simulation wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Scores of a pilot</source>
            <translation>Scores einer Pilotstudie</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Tables (*.csv)</source>
            <translation>Tabellen (*.csv)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>power</source>
            <translation>Power</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>cases</source>
            <translation>Fälle</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>{count} readers</source>
            <extracomment>One: {count} reader</extracomment>
            <translation>
                <numerusform>{count} Befunder</numerusform>
                <numerusform>{count} Befunder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>New reader study</source>
            <translation>Neue Reader-Studie</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Looking for cases</source>
            <translation>Fälle suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing the study</source>
            <translation>Die Studie wird vorbereitet</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing a reader study</source>
            <translation>Reader-Studie vorbereiten</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The study could not be prepared</source>
            <translation>Die Studie konnte nicht vorbereitet werden</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>{sentence} Nothing was kept.</source>
            <translation>{sentence} Nichts wurde behalten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Give the study a name.</source>
            <translation>Der Studie einen Namen geben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The protocol has mistakes. Correct them, or choose another protocol.</source>
            <translation>Das Protokoll hat Fehler. Sie korrigieren oder ein anderes Protokoll wählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The preparation was cancelled. Nothing was kept.</source>
            <translation>Die Vorbereitung wurde abgebrochen. Nichts wurde behalten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelling …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Prepare the study</source>
            <translation>Studie vorbereiten</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional</source>
            <translation>Eine Spalte: konventionell</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL</source>
            <translation>Eine Spalte: DL</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: CT</source>
            <translation>Eine Spalte: CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional on CT</source>
            <translation>Eine Spalte: konventionell auf CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL on CT</source>
            <translation>Eine Spalte: DL auf CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the other image</source>
            <translation>Eine Spalte: das andere Bild</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the DL image of the other date</source>
            <translation>Eine Spalte: das DL-Bild der anderen Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: MIP</source>
            <translation>Eine Spalte: MIP</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>Station: second window</source>
            <translation>Station: zweites Fenster</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>What this window shows</source>
            <translation>Was dieses Fenster zeigt</translation>
        </message>
        <message>
            <location filename="../../station/ui/single.py" />
            <source>The window that is open is of Station {build}, and this is Station {theirs}. Close that window, and start this one again.</source>
            <translation>Das offene Fenster gehört zu Station {build}, dies hier ist Station {theirs}. Jenes Fenster schließen und dieses erneut starten.</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Files of the last opening that were left out, each with the reason</source>
            <translation>Beim letzten Öffnen ausgelassene Dateien, je mit Grund</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/status.py" />
            <source>{count:,} files left out</source>
            <extracomment>One: {count} file left out</extracomment>
            <translation>
                <numerusform>{count} Datei ausgelassen</numerusform>
                <numerusform>{count:,} Dateien ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Listening: {words}</source>
            <translation>Empfang: {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Other programs can send to Station; {came} came so far.</source>
            <translation>Andere Programme können an Station senden; bisher kamen {came}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Reader: {reader}</source>
            <translation>Befunder: {reader}</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Not listening</source>
            <translation>Kein Empfang</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>being computed</source>
            <translation>wird berechnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of both PETs: type a value and press Enter</source>
            <translation>Obergrenze beider PETs: einen Wert eingeben und Enter drücken</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Spheres</source>
            <translation>Kugeln</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow</source>
            <translation>Wachsen</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Paint</source>
            <translation>Malen</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Draw</source>
            <translation>Zeichnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of the SUV window</source>
            <translation>Obergrenze des SUV-Fensters</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend of CT and PET</source>
            <translation>Überblendung von CT und PET</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend: CT on the left, PET on the right</source>
            <translation>Überblendung: CT links, PET rechts</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>More tools</source>
            <translation>Weitere Werkzeuge</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Links</source>
            <translation>Kopplungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>{value} {unit} at {position}</source>
            <translation>{value} {unit} bei {position}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>No image</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open a folder of DICOM files</source>
            <translation>Ordner mit DICOM-Dateien öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open DICOM files, a ZIP or a DICOMDIR</source>
            <translation>DICOM-Dateien, ZIP oder DICOMDIR öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station's data folder</source>
            <translation>Ordner in den Datenordner von Station kopieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image</source>
            <translation>Schlüsselbild speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Typed values are recorded under this name:</source>
            <translation>Eingegebene Werte werden unter diesem Namen aufgezeichnet:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open files, ZIP or DICOMDIR…</source>
            <translation>Dateien, ZIP oder DICOMDIR öffnen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station…</source>
            <translation>Ordner in Station kopieren…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image…</source>
            <translation>Schlüsselbild speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image without patient data…</source>
            <translation>Schlüsselbild ohne Patientendaten speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>{name}, other date: not measured here</source>
            <translation>{name}, andere Untersuchung: hier nicht gemessen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Being computed</source>
            <translation>Wird berechnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>CHANGE MAP · red: DL higher, blue: lower</source>
            <translation>ÄNDERUNGSKARTE · rot: DL höher, blau: niedriger</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>UNSURE MAP · violet: the network's answers differ</source>
            <translation>UNSICHERHEITSKARTE · violett: Antworten des Netzes weichen ab</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>SYNTHETIC</source>
            <translation>SYNTHETISCH</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>RESEARCH · not for diagnosis</source>
            <translation>FORSCHUNG · nicht zur Diagnose</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>{name} is not known to be the patient of the open study, {name2}. Show the image of another patient next to it?</source>
            <translation>Es ist nicht bekannt, dass {name} der Patient der offenen Untersuchung ({name2}) ist. Das Bild eines anderen Patienten daneben zeigen?</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Show it</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Do not show it</source>
            <translation>Nicht zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust</source>
            <translation>Anpassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Ctrl + left drag moves the image of the other date, Ctrl + right drag turns it</source>
            <translation>Ctrl + links ziehen verschiebt das Bild der anderen Untersuchung, Ctrl + rechts ziehen dreht es</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust how the dates are laid onto each other</source>
            <translation>Anpassen, wie die Untersuchungen aufeinander liegen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>As it was before it was moved by hand (Ctrl+Backspace)</source>
            <translation>Wie vor dem Verschieben von Hand (Ctrl+Backspace)</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Nothing was moved by hand.</source>
            <translation>Nichts wurde von Hand verschoben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the left of the screen</source>
            <translation>1 mm nach links auf dem Bildschirm verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the right of the screen</source>
            <translation>1 mm nach rechts auf dem Bildschirm verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm up</source>
            <translation>1 mm nach oben verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm down</source>
            <translation>1 mm nach unten verschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, against the clock</source>
            <translation>Um 1° gegen den Uhrzeigersinn drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, with the clock</source>
            <translation>Um 1° im Uhrzeigersinn drehen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>As it was before it was moved by hand</source>
            <translation>Wie vor dem Verschieben von Hand</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Register the two dates again</source>
            <translation>Beide Untersuchungen erneut registrieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>VOIs of the other date as proposals</source>
            <translation>VOIs der anderen Untersuchung als Vorschläge</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>{name} · ID {id}</source>
            <translation>{name} · ID {id}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>of ANOTHER STUDY</source>
            <translation>aus ANDERER UNTERSUCHUNG</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Compare: conventional | DL</source>
            <translation>Vergleich: konventionell | DL</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>2×3: conventional, DL, CT or fusion</source>
            <translation>2×3: konventionell, DL, CT oder Fusion</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>One image large</source>
            <translation>Ein Bild groß</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>PET with CT: PET, CT, fusion, MIP</source>
            <translation>PET mit CT: PET, CT, Fusion, MIP</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Three reconstructions</source>
            <translation>Drei Rekonstruktionen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current</source>
            <translation>Vorher | aktuell</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current, conventional and DL of each</source>
            <translation>Vorher | aktuell, je konventionell und DL</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout:</source>
            <translation>Name des Layouts:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>You have not saved a layout yet.</source>
            <translation>Es ist noch kein eigenes Layout gespeichert.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout. Studies with {kind} open in it from now on:</source>
            <translation>Name des Layouts. Darin öffnen ab jetzt Untersuchungen dieser Art: {kind}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save the layout</source>
            <translation>Layout speichern</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout:</source>
            <translation>Layout:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout</source>
            <translation>Layout umbenennen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>New name of {old}:</source>
            <translation>Neuer Name von {old}:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout</source>
            <translation>Layout löschen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Choose the layout by what a study holds</source>
            <translation>Layout nach dem Inhalt der Untersuchung wählen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save this layout…</source>
            <translation>Dieses Layout speichern…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout…</source>
            <translation>Layout umbenennen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout…</source>
            <translation>Layout löschen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>My layouts</source>
            <translation>Eigene Layouts</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>This study does not hold three reconstructions.</source>
            <translation>Diese Untersuchung enthält keine drei Rekonstruktionen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>None is saved yet</source>
            <translation>Noch keines gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no deep-learning denoised series. One can be computed from its unfiltered PET; any other series can be put here by hand.</source>
            <translation>Diese Untersuchung enthält keine durch Deep Learning entrauschte Serie. Aus ihrem ungefilterten PET kann eine berechnet werden; jede andere Serie kann von Hand hierher gelegt werden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>not saved</source>
            <translation>nicht gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source> ({part} of {parts})</source>
            <translation> ({part} von {parts})</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here; a series can also be dragged here</source>
            <translation>Hier eine andere Serie zeigen; eine Serie kann auch hierher gezogen werden</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Series shown here</source>
            <translation>Hier gezeigte Serie</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here</source>
            <translation>Hier eine andere Serie zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Being denoised</source>
            <translation>Wird entrauscht</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>The image appears here while it is computed, {series_words}.</source>
            <translation>Das Bild erscheint hier während der Berechnung, {series_words}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Loading…</source>
            <translation>Wird geladen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>{percent} % computed · {words}</source>
            <translation>{percent} % berechnet · {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No DL-denoised image</source>
            <translation>Kein DL-entrauschtes Bild</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No conventional PET</source>
            <translation>Kein konventionelles PET</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no attenuation-corrected PET series.</source>
            <translation>Diese Untersuchung enthält keine schwächungskorrigierte PET-Serie.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No CT</source>
            <translation>Kein CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no CT series.</source>
            <translation>Diese Untersuchung enthält keine CT-Serie.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No other image</source>
            <translation>Kein anderes Bild</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show a series of any date here: drag it from the study list.</source>
            <translation>Hier eine Serie beliebigen Datums zeigen: aus der Untersuchungsliste ziehen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the upper row</source>
            <translation>die obere Zeile</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the lower row</source>
            <translation>die untere Zeile</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show next to it</source>
            <translation>Daneben zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Drawings are kept with the open study. Open the other date to draw on it.</source>
            <translation>Zeichnungen gehören zur offenen Untersuchung. Zum Zeichnen die andere Untersuchung öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>{fraction:.0f} % computed, not measured</source>
            <translation>{fraction:.0f} % berechnet, nicht gemessen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>This slice is still being computed</source>
            <translation>Diese Schicht wird noch berechnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>MIP when the image is complete</source>
            <translation>MIP, sobald das Bild fertig ist</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Text on the image:</source>
            <translation>Text auf dem Bild:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>A MIP has no depth: use the {tool} in a slice.</source>
            <translation>Eine MIP hat keine Tiefe: {tool} in einer Schicht verwenden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Series of the study</source>
            <translation>Serien der Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Acquired</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>not recorded</source>
            <translation>nicht aufgezeichnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Reconstruction</source>
            <translation>Rekonstruktion</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Not shown</source>
            <translation>Nicht gezeigt</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Border between {names} and {names2}</source>
            <translation>Grenze zwischen {names} und {names2}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Drag to share the room; double click to put it back</source>
            <translation>Ziehen verteilt den Platz; ein Doppelklick setzt zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>This station</source>
            <translation>Diese Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search name, ID, date</source>
            <translation>Name, ID, Datum suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>PATIENTS</source>
            <translation>PATIENTEN</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Servers…</source>
            <translation>Server…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{name}
ID {patient_id}</source>
            <translation>{name}
ID {patient_id}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{name}
{modality}, {slices} slices
Drag onto an image to show it there</source>
            <translation>{name}
{modality}, {slices} Schichten
Auf ein Bild ziehen, um sie dort zu zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{description}
Computed here and not saved: it is lost when another study is opened.
File › Save derived series… writes it as DICOM.</source>
            <translation>{description}
Hier berechnet und nicht gespeichert: geht verloren, wenn eine andere Untersuchung geöffnet wird.
Datei › Abgeleitete Serie speichern… schreibt sie als DICOM.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>No study matches "{search}".</source>
            <translation>Keine Untersuchung passt zu „{search}“.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Studies that you open are listed here.</source>
            <translation>Geöffnete Untersuchungen stehen hier.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{words}
{value}
Double click to open</source>
            <translation>{words}
{value}
Doppelklick zum Öffnen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{mark}   not saved · {description}</source>
            <translation>{mark}   nicht gespeichert · {description}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show in column {number} ({title})	Alt+{number}</source>
            <translation>In Spalte {number} zeigen ({title})	Alt+{number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as conventional</source>
            <translation>Als konventionell zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as DL</source>
            <translation>Als DL zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as CT</source>
            <translation>Als CT zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Quality: {words}</source>
            <translation>Qualität: {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Take off the list</source>
            <translation>Aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show next to the open study</source>
            <translation>Neben der offenen Untersuchung zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_tree.py" />
            <source>Studies</source>
            <translation>Untersuchungen</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{unit} → {unit2} of {label}</source>
            <translation>{unit} → {unit2} von {label}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>SUV inputs</source>
            <translation>SUV-Eingaben</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Return to the header's value</source>
            <translation>Zum Wert des Headers zurückkehren</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Double click a value to type another. It is recorded with your name.</source>
            <translation>Ein Doppelklick auf einen Wert lässt einen anderen eingeben. Er wird mit dem eigenen Namen aufgezeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>SUV inputs are shown here when a PET is open.</source>
            <translation>SUV-Eingaben stehen hier, sobald ein PET geöffnet ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{label} is shown in {unit}.</source>
            <translation>{label} wird in {unit} gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}. {label} has no SUV: {suv_problem}</source>
            <translation>{words}. {label} hat kein SUV: {suv_problem}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}. {label} has another factor: × {mean:.6g}</source>
            <translation>{words}. {label} hat einen anderen Faktor: × {mean:.6g}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}; the other image has the same factor</source>
            <translation>{words}; das andere Bild hat denselben Faktor</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>{label} lies in another frame of reference than {label2}. Place the VOI in the PET that it measures.</source>
            <translation>{label} liegt in einem anderen Bezugssystem als {label2}. Das VOI in dem PET setzen, das es misst.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No VOI is selected.</source>
            <translation>Kein VOI ist ausgewählt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>The selected VOI is not a sphere.</source>
            <translation>Das ausgewählte VOI ist keine Kugel.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No burden was found yet.</source>
            <translation>Noch wurde keine Tumorlast gesucht.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI to export.</source>
            <translation>Es gibt kein VOI zum Exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI and nothing drawn or written to export.</source>
            <translation>Es gibt kein VOI und nichts Gezeichnetes oder Geschriebenes zum Exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume of the sphere in mL:</source>
            <translation>Volumen der Kugel in mL:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue type:</source>
            <translation>Gewebetyp:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>{refusal}

To place it all the same, give the reason:</source>
            <translation>{refusal}

Um es trotzdem zu setzen, den Grund angeben:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read VOIs from NIfTI, DICOM SEG, RTSTRUCT or SR</source>
            <translation>VOIs aus NIfTI, DICOM SEG, RTSTRUCT oder SR lesen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOIs (*.nii *.nii.gz *.dcm *);;All files (*)</source>
            <translation>VOIs (*.nii *.nii.gz *.dcm *);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No contours, masks or reports were found next to the images.</source>
            <translation>Neben den Bildern wurden keine Konturen, Masken oder Berichte gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm right</source>
            <translation>1 mm nach rechts</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm left</source>
            <translation>1 mm nach links</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm down</source>
            <translation>1 mm nach unten</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm up</source>
            <translation>1 mm nach oben</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm forwards</source>
            <translation>1 mm nach vorn</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm backwards</source>
            <translation>1 mm nach hinten</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV…</source>
            <translation>CSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV with the patient's name…</source>
            <translation>CSV mit dem Namen des Patienten…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet…</source>
            <translation>CSV für Tabellenprogramme…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet with decimal commas…</source>
            <translation>CSV für Tabellenprogramme mit Dezimalkomma…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM SR…</source>
            <translation>DICOM SR…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM SEG…</source>
            <translation>DICOM SEG…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>DICOM RTSTRUCT…</source>
            <translation>DICOM RTSTRUCT…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>PDF page…</source>
            <translation>PDF-Seite…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Report with the patient's name, as PDF…</source>
            <translation>Bericht mit dem Namen des Patienten, als PDF…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 0.5 mL</source>
            <translation>Kugel mit 0,5 mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 3 mL</source>
            <translation>Kugel mit 3 mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of another volume…</source>
            <translation>Kugel mit anderem Volumen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion…</source>
            <translation>Läsion…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Place a VOI: V and click, or V V</source>
            <translation>VOI setzen: V und klicken, oder V V</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Guided placement of the reference tissues</source>
            <translation>Geführtes Setzen der Referenzgewebe</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Propose the reference tissues</source>
            <translation>Referenzgewebe vorschlagen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Back to the site before</source>
            <translation>Zurück zum vorigen Ort</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Skip this site</source>
            <translation>Diesen Ort überspringen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow a lesion from a click</source>
            <translation>Läsion aus einem Klick wachsen lassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush: add to the selected VOI</source>
            <translation>Pinsel: zum ausgewählten VOI hinzufügen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush</source>
            <translation>Pinsel</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser: take from the selected VOI</source>
            <translation>Radierer: vom ausgewählten VOI wegnehmen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser</source>
            <translation>Radierer</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Whole-body burden…</source>
            <translation>Ganzkörper-Tumorlast…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Count or leave out parts of the burden by a click</source>
            <translation>Anteile der Tumorlast per Klick zählen oder auslassen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Snap to the hottest voxel</source>
            <translation>Auf das Maximum setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy the sentence of the selected VOI</source>
            <translation>Satz des ausgewählten VOI kopieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy all as text</source>
            <translation>Alles als Text kopieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue of the lesion…</source>
            <translation>Gewebetyp der Läsion…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume…</source>
            <translation>Volumen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour…</source>
            <translation>Farbe…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Hide or show</source>
            <translation>Aus- oder einblenden</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read from NIfTI, SEG, RTSTRUCT or SR…</source>
            <translation>Aus NIfTI, SEG, RTSTRUCT oder SR lesen…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read what is next to the images</source>
            <translation>Lesen, was neben den Bildern liegt</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name:</source>
            <translation>Name:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume in mL:</source>
            <translation>Volumen in mL:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour of the VOI</source>
            <translation>Farbe des VOI</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Export VOIs</source>
            <translation>VOIs exportieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOI 0.5</source>
            <translation>VOI 0,5</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOI 3</source>
            <translation>VOI 3</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <location filename="../../station/ui/window.py" />
            <source>Isocontour in the sphere</source>
            <translation>Isokontur in der Kugel</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No guided placement is under way.</source>
            <translation>Kein geführtes Setzen ist im Gange.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rule of growing</source>
            <translation>Wachstumsregel</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Nudge</source>
            <translation>Feinverschieben</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse with statistics</source>
            <translation>Ellipse mit Statistik</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse</source>
            <translation>Ellipse</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Arrow</source>
            <translation>Pfeil</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Highest 1 mL mean in the VOI</source>
            <translation>Höchster 1-mL-Mittelwert im VOI</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>On the hottest voxel</source>
            <translation>Auf dem Maximum</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Finds everything at or above a threshold in both images. What is in the brain, the heart, the kidneys, the bladder or a ureter is left out at first; a click counts a part or leaves it out.</source>
            <translation>Findet in beiden Bildern alles ab einer Schwelle. Was in Gehirn, Herz, Nieren, Harnblase oder einem Harnleiter liegt, ist zunächst ausgelassen; ein Klick zählt einen Anteil oder lässt ihn aus.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Counted</source>
            <translation>Gezählt</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Threshold in SUV</source>
            <translation>Schwelle in SUV</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Whose parts are listed</source>
            <translation>Wessen Anteile aufgeführt sind</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of the burden</source>
            <translation>Anteile der Tumorlast</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Δ: volume {words}, TLG {words2}</source>
            <translation>Δ: Volumen {words}, TLG {words2}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>, {small} smaller not listed</source>
            <translation>, {small} kleinere nicht aufgeführt</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>{title}: {volume_ml:.1f} mL, TLG {tlg:.0f} in {count} of {count2} parts ≥ {level:g} {unit}{small}</source>
            <translation>{title}: {volume_ml:.1f} mL, TLG {tlg:.0f} in {count} von {count2} Anteilen ≥ {level:g} {unit}{small}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>SUV ≥</source>
            <translation>SUV ≥</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of</source>
            <translation>Anteile von</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Click a part here, or in an image, to change it.</source>
            <translation>Einen Anteil hier oder in einem Bild anklicken, um ihn zu ändern.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>"{text}" is not a threshold. Type an SUV such as 4.</source>
            <translation>„{text}“ ist keine Schwelle. Ein SUV eingeben, etwa 4.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/drawn_table.py" />
            <source>Drawn on the images</source>
            <translation>In den Bildern gezeichnet</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Findings</source>
            <translation>Befund</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Findings of this study</source>
            <translation>Befund dieser Untersuchung</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Insert all measurements</source>
            <translation>Alle Messungen einfügen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>What was written before</source>
            <translation>Früher Geschriebenes</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Kept for {reader}, with its history.</source>
            <translation>Für {reader} gespeichert, mit Verlauf.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Nothing was written yet.</source>
            <translation>Noch wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Propose them</source>
            <translation>Vorschlagen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Find the reference tissues in this image and propose a place for each</source>
            <translation>Die Referenzgewebe in diesem Bild suchen und für jedes einen Ort vorschlagen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>← Back</source>
            <translation>← Zurück</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>The site before (Shift+S)</source>
            <translation>Der vorige Ort (Shift+S)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place</source>
            <translation>Setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place the sphere where it is proposed (Enter)</source>
            <translation>Die Kugel an den vorgeschlagenen Ort setzen (Enter)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Drop</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place nothing there (Del)</source>
            <translation>Dort nichts setzen (Del)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place another site of the protocol</source>
            <translation>Einen anderen Ort des Protokolls setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Choose a site</source>
            <translation>Ort wählen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOIs are measured here when a study is open.</source>
            <translation>VOIs werden hier gemessen, sobald eine Untersuchung geöffnet ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Still to place: {missing}</source>
            <translation>Noch zu setzen: {missing}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOI of {volume_ml:g} mL</source>
            <translation>VOI mit {volume_ml:g} mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{head}Proposed: {what}&lt;br&gt;Enter places it, Del drops it; arrows, PgUp and PgDn move it by 1 mm.</source>
            <translation>{head}Vorschlag: {what}&lt;br&gt;Enter setzt ihn, Del verwirft ihn; Pfeile, PgUp und PgDn verschieben ihn um 1 mm.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>&lt;br&gt;Shift + click only looks there.</source>
            <translation>&lt;br&gt;Shift + Klick sieht nur dorthin.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Click in the image of {date}</source>
            <translation>In das Bild klicken ({date})</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Click in an image</source>
            <translation>In ein Bild klicken</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Guided placement →</source>
            <translation>Geführtes Setzen →</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{name} (placed)</source>
            <translation>{name} (gesetzt)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Skip this site →</source>
            <translation>Ort überspringen →</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Esc: place nothing</source>
            <translation>Esc: nichts setzen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Δ</source>
            <translation>Δ</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Δ %</source>
            <translation>Δ %</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>{title}: mean {mean:.2f} ± {sd:.2f}, min {minimum:.2f}, CoV {cov:.3f}, {volume_ml:.2f} mL, {voxels} voxels</source>
            <translation>{title}: Mittelwert {mean:.2f} ± {sd:.2f}, Min. {minimum:.2f}, CoV {cov:.3f}, {volume_ml:.2f} mL, {voxels} Voxel</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Placed beyond the protocol's limits: {override}</source>
            <translation>Außerhalb der Grenzen des Protokolls gesetzt: {override}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>/ aortic arch</source>
            <translation>/ Aortenbogen</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Ratio to the same statistic of the aortic arch</source>
            <translation>Verhältnis zur selben Statistik des Aortenbogens</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Place the aortic arch:
the ratios are taken to it.</source>
            <translation>Den Aortenbogen setzen:
Die Verhältnisse beziehen sich auf ihn.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>One image is in {units}, the other in {units2}:
nothing to plot.</source>
            <translation>Ein Bild ist in {units}, das andere in {units2}:
nichts darzustellen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Open a study first.</source>
            <translation>Zuerst eine Untersuchung öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>VOIs in both images are plotted here.</source>
            <translation>VOIs in beiden Bildern werden hier dargestellt.</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>{word}: mean →, {second} − {first} ↑
bias {bias:+.2f}</source>
            <translation>{word}: Mittelwert →, {second} − {first} ↑
Bias {bias:+.2f}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>Bland–Altman</source>
            <translation>Bland–Altman</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>A reader study is being read on this station, so that nothing else is shown. Open the files when the reader has finished.</source>
            <translation>Auf dieser Station läuft eine Reader-Studie; nichts anderes wird gezeigt. Die Dateien öffnen, wenn der Befunder fertig ist.</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>{name} · {day} · Station</source>
            <translation>{name} · {day} · Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Burden</source>
            <translation>Tumorlast</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Measure {name} on this date as well</source>
            <translation>{name} auch in dieser Untersuchung messen</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Show here</source>
            <translation>Hier zeigen</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The log is in {folder}.</source>
            <translation>Das Log liegt in {folder}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>There is no file or folder {missing}.</source>
            <translation>Es gibt keine Datei und keinen Ordner {missing}.</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The key image could not be written to {path}. Choose another folder.</source>
            <translation>Das Schlüsselbild konnte nicht nach {path} geschrieben werden. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Saved the key image {name}</source>
            <translation>Schlüsselbild {name} gespeichert</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>"{word}" is not a verb of station, and there is no file or folder of that name. The nearest verb is "{nearest}"; `station --help` lists them all.</source>
            <comment>below</comment>
            <translation>„{word}“ ist kein Befehlswort von station, und es gibt weder Datei noch Ordner dieses Namens. Das ähnlichste Befehlswort ist „{nearest}“; `station --help` nennt alle.</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>The system lacks {library}, without which nothing can be drawn. `station doctor` says what to install.</source>
            <comment>below</comment>
            <translation>Auf dem System fehlt die Bibliothek {library}; ohne sie kann nichts gezeichnet werden. `station doctor` sagt, was zu installieren ist.</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>There is no file or folder {missing}.</source>
            <comment>below</comment>
            <translation>Es gibt weder Datei noch Ordner {missing}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/__init__.py" />
            <source>This user has no home folder, so that there is no place for Station's data. Name a folder in {home_variable}, or set HOME.</source>
            <comment>below</comment>
            <translation>Dieser Benutzer hat kein Home-Verzeichnis; deshalb gibt es keinen Platz für die Daten von Station. In {home_variable} einen Ordner angeben oder HOME setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The ledger of {folder} is in a shared database. Set {url_variable} to it.</source>
            <comment>below</comment>
            <translation>Das Register des Stapels in {folder} liegt in einer gemeinsamen Datenbank. {url_variable} auf diese setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The ledger {folder} is gone. Put a backup in its place, or {remedy}.</source>
            <comment>below</comment>
            <translation>Das Register des Stapels fehlt: {folder}. Eine Sicherung an seine Stelle legen, oder: {remedy}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} holds no batch. Name the folder that was given to `station batch` with --out.</source>
            <comment>below</comment>
            <translation>{folder} enthält keinen Stapel. Den Ordner angeben, der bei `station batch` mit --out angegeben wurde.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} cannot be read: {strerror}.</source>
            <comment>below</comment>
            <translation>{folder} ist nicht lesbar: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} is damaged. Put a backup in its place, or {remedy}.</source>
            <comment>below</comment>
            <translation>{folder} ist beschädigt. Eine Sicherung an seine Stelle legen, oder: {remedy}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The {called} does not know the batch of {folder}.</source>
            <comment>below</comment>
            <translation>Der Stapel von {folder} ist dort nicht bekannt: {called}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>Set {url_variable} to the database in which it began.</source>
            <comment>below</comment>
            <translation>{url_variable} auf die Datenbank setzen, in der er begonnen wurde.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} begins with {drivername}:// and names {value}; Station shares its archive through PostgreSQL. Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable} beginnt mit {drivername}:// und nennt {value}; Station teilt sein Archiv über PostgreSQL. In der Form {example_url} schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>The {called} was written by Station {needed}, this is Station {version}. Install Station {needed2} or newer, or {remedy}.</source>
            <comment>below</comment>
            <translation>Von Station {needed} geschrieben: {called}; dies ist Station {version}. Station {needed2} oder neuer installieren, oder: {remedy}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>The data folder {home} cannot be made: {strerror}. Set STATION_HOME to a folder that you can write.</source>
            <comment>below</comment>
            <translation>Der Datenordner {home} kann nicht angelegt werden: {strerror}. STATION_HOME auf einen beschreibbaren Ordner setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} is not the address of a database. Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable} ist keine Adresse einer Datenbank. In der Form {example_url} schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} cannot be used ({error}). Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable} ist nicht verwendbar ({error}). In der Form {example_url} schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{place} is a database, but not an index of Station.</source>
            <comment>below</comment>
            <translation>{place} ist eine Datenbank, aber kein Index von Station.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>Set {url_variable} to an empty one.</source>
            <comment>below</comment>
            <translation>{url_variable} auf eine leere Datenbank setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>Move it away; Station then makes a new one.</source>
            <comment>below</comment>
            <translation>Die Datei an einen anderen Ort verschieben; Station legt dann eine neue an.</translation>
        </message>
        <message>
            <location filename="../../station/archive/files.py" />
            <source>The study could not be copied into {folder}: {error}. Check that the folder can be written and that the study's files can be read, or open the study in place.</source>
            <comment>below</comment>
            <translation>Die Untersuchung konnte nicht in {folder} kopiert werden: {error}. Prüfen, ob der Ordner beschreibbar ist und die Dateien der Untersuchung lesbar sind, oder die Untersuchung an ihrem Ort öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/index.py" />
            <source>A VOI in the index {path} is damaged or was written by a newer Station ({error}). Install the newest Station, or put a backup of the index in its place.</source>
            <comment>below</comment>
            <translation>Ein VOI im Index {path} ist beschädigt oder wurde von einer neueren Station geschrieben ({error}). Die neueste Station installieren oder eine Sicherung des Index an seine Stelle legen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/index.py" />
            <source>A record in the index {path} is damaged ({error}). Open the study again from its folder.</source>
            <comment>below</comment>
            <translation>Eine Aufzeichnung im Index {path} ist beschädigt ({error}). Die Untersuchung erneut aus ihrem Ordner öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>Too many wrong passwords with this name. Try again at {astimezone}; the coordinator can set a new password.</source>
            <comment>below</comment>
            <translation>Zu viele falsche Passwörter unter diesem Namen. Um {astimezone} erneut versuchen; der Koordinator kann ein neues Passwort setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>The password of {name} was set since they signed in; this sitting has ended. Sign in again.</source>
            <comment>below</comment>
            <translation>Das Passwort von {name} wurde seit der Anmeldung neu gesetzt; diese Sitzung ist beendet. Erneut anmelden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>{name} was withdrawn from this study. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>{name} wurde aus dieser Studie ausgeschlossen. Den Koordinator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>This password was chosen by the coordinator. Change it first; then go on.</source>
            <comment>below</comment>
            <translation>Dieses Passwort hat der Koordinator gewählt. Zuerst ändern, dann fortfahren.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>{capitalize} needs a reason. Write why.</source>
            <comment>below</comment>
            <translation>Hierfür ist ein Grund nötig: {capitalize}. Den Grund eintragen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>"{plain}" is no name of a {of_what}. Give one line of 1 to {longest_name} characters.</source>
            <comment>below</comment>
            <translation>„{plain}“ ist kein zulässiger Name (für: {of_what}). Eine Zeile mit 1 bis {longest_name} Zeichen angeben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>The name "{name}" is taken{looks}. Give each person another one.</source>
            <comment>below</comment>
            <translation>Der Name „{name}“ ist vergeben{looks}. Jeder Person einen anderen geben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>A reader study needs a {value}. Add one.</source>
            <comment>below</comment>
            <translation>Der Reader-Studie fehlt eine nötige Rolle: {value}. Hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>Nothing is agreed on. Score what is discordant.</source>
            <comment>below</comment>
            <translation>Es gibt keine Einigung. Bewerten, was abweicht.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} name a question twice.</source>
            <comment>below</comment>
            <translation>Die Antworten zu {code} nennen eine Frage zweimal.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} are none that the form gives.</source>
            <comment>below</comment>
            <translation>Die Antworten zu {code} sind keine, die das Formular gibt.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} are no answers.</source>
            <comment>below</comment>
            <translation>Die Antworten zu {code} sind keine Antworten.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>"{code}" is not in the consensus. Take the case that is shown.</source>
            <comment>below</comment>
            <translation>„{code}“ gehört nicht zum Konsens. Den gezeigten Fall nehmen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>{code} is agreed on already. It can be revised, with a reason.</source>
            <comment>below</comment>
            <translation>Zu {code} besteht bereits Konsens. Er kann mit Grund revidiert werden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>{left} of {cases} images are not agreed on yet. Score them first.</source>
            <comment>below</comment>
            <translation>Noch ohne Konsens: {left} von {cases} Bildern. Zuerst bewerten.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Who joins later gets a one-time password.</source>
            <comment>below</comment>
            <translation>Wer später dazukommt, erhält ein Einmalpasswort.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is locked. Unlock it first, with a reason.</source>
            <comment>below</comment>
            <translation>Die Studie ist gesperrt. Zuerst mit Grund entsperren.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is locked already.</source>
            <comment>below</comment>
            <translation>Die Studie ist bereits gesperrt.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Not signed yet: {waiting}. Wait, or give a reason to lock the study as it is.</source>
            <comment>below</comment>
            <translation>Noch nicht unterzeichnet: {waiting}. Warten, oder einen Grund angeben, um die Studie so zu sperren, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is not locked.</source>
            <comment>below</comment>
            <translation>Die Studie ist nicht gesperrt.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>{reader} has not signed; nothing has to be reopened.</source>
            <comment>below</comment>
            <translation>{reader} hat nicht unterzeichnet; nichts muss wieder geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The consensus has begun: readers have seen each other's scores, and what they scored before stays.</source>
            <comment>below</comment>
            <translation>Der Konsens hat begonnen: Die Befunder haben die Scores der anderen gesehen; was sie vorher bewertet haben, bleibt bestehen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>"{reader}" does not read in this study.</source>
            <comment>below</comment>
            <translation>„{reader}“ befundet nicht in dieser Studie.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>A study keeps one reader at least. Add another one first.</source>
            <comment>below</comment>
            <translation>Eine Studie behält mindestens einen Befunder. Zuerst einen anderen hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Every reader has signed; the consensus is open. Nobody can be withdrawn.</source>
            <comment>below</comment>
            <translation>Alle Befunder haben unterzeichnet; der Konsens ist geöffnet. Niemand kann mehr ausgeschlossen werden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>{reader} does not wait for a washout.</source>
            <comment>below</comment>
            <translation>{reader} wartet nicht auf das Ende eines Washouts.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Every reader has signed; the consensus is open. Nobody can join.</source>
            <comment>below</comment>
            <translation>Alle Befunder haben unterzeichnet; der Konsens ist geöffnet. Niemand kann mehr dazukommen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>"{name}" is not a reader or an adjudicator of this study.</source>
            <comment>below</comment>
            <translation>„{name}“ ist weder Befunder noch Adjudikator dieser Studie.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its trail ends at entry {entries}, its manifest says {manifest} with the hash {manifest2}.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Der Audit-Trail endet bei Eintrag {entries}; das Manifest nennt {manifest} mit dem Hash {manifest2}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>No entry in {name} has the hash {strip}.</source>
            <comment>below</comment>
            <translation>Kein Eintrag in {name} hat den Hash {strip}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is not an investigator's copy: it has no {missing}.</source>
            <comment>below</comment>
            <translation>{name} ist keine Prüferkopie; es fehlt: {missing}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its manifest was not signed by {get}.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Das Manifest wurde nicht von {get} unterzeichnet.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. {other} was added or taken away.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Hinzugefügt oder entfernt wurde: {other}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. It is signed by {manifest}, whose key in the trail is another one, or who does not coordinate the study.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Unterzeichnet von {manifest}: Der Schlüssel dieser Person im Audit-Trail ist ein anderer, oder sie koordiniert die Studie nicht.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{path} cannot be read as an investigator's copy ({error}).</source>
            <comment>below</comment>
            <translation>{path} ist nicht als Prüferkopie lesbar ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} was made by Station {manifest}. Install it to check it.</source>
            <comment>below</comment>
            <translation>{name} wurde mit Station {manifest} erstellt. Zum Prüfen diese Version installieren.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its manifest cannot be read.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Das Manifest ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. {name2} was changed.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. {name2} wurde verändert.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. The answers in {file} are not those that were signed.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Die Antworten in {file} sind nicht die unterzeichneten.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. It holds two files of one name.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt. Darin liegen zwei Dateien desselben Namens.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} holds a file that no copy of a study has.</source>
            <comment>below</comment>
            <translation>{name} enthält eine Datei, die keine Kopie einer Studie hat.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/images.py" />
            <source>The images of {image} are not in {images}. Prepare the study again.</source>
            <comment>below</comment>
            <translation>Die Bilder von {image} liegen nicht in {images}. Die Studie erneut vorbereiten.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/keys.py" />
            <source>The answers of {code} are sealed, and belong to somebody else.</source>
            <comment>below</comment>
            <translation>Die Antworten zu {code} sind versiegelt und gehören jemand anderem.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/keys.py" />
            <source>The consensus does not open: a reader signed with another share than their own. The coordinator finds out whose by checking the record, and reopens that set.</source>
            <comment>below</comment>
            <translation>Der Konsens lässt sich nicht öffnen: Ein Befunder hat mit einem anderen Anteil als dem eigenen unterzeichnet. Der Koordinator findet durch Prüfen der Aufzeichnung heraus, wer, und öffnet diesen Satz wieder.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/overview.py" />
            <source>"{name}" is not locked, and its key is sealed. The coordinator locks it when every reader has signed.</source>
            <comment>below</comment>
            <translation>„{name}“ ist nicht gesperrt, und der Schlüssel ist versiegelt. Der Koordinator sperrt die Studie, wenn alle Befunder unterzeichnet haben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>"{code}" is not on your list. Take the case that is shown.</source>
            <comment>below</comment>
            <translation>„{code}“ steht nicht auf der eigenen Liste. Den gezeigten Fall nehmen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>The next sitting opens on {until}. Come back on that day.</source>
            <comment>below</comment>
            <translation>Die nächste Sitzung öffnet am {until}. An diesem Tag wiederkommen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{code} is not the case to be read now. Go on with the one that is shown; what is confirmed can be revised.</source>
            <comment>below</comment>
            <translation>{code} ist nicht der Fall, der jetzt zu befunden ist. Mit dem gezeigten fortfahren; Bestätigtes kann revidiert werden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{code} stays as you confirmed it: with it the protocol measures how well you agree with yourself. Go back to the list.</source>
            <comment>below</comment>
            <translation>{code} bleibt, wie es bestätigt wurde: Damit misst das Protokoll die Übereinstimmung des Befunders mit sich selbst. Zur Liste zurückkehren.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{left} of {items} cases are not confirmed yet. Read them first.</source>
            <comment>below</comment>
            <translation>Noch nicht bestätigt: {left} von {items} Fällen. Zuerst befunden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>The protocol lets you open {most} again, and you have. What is opened already can be opened again.</source>
            <comment>below</comment>
            <translation>Nach dem Protokoll dürfen erneut geöffnet werden: {most}; das ist ausgeschöpft. Was bereits geöffnet wurde, kann erneut geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>The password of {name} is not right. Type it again.</source>
            <comment>below</comment>
            <translation>Das Passwort von {name} ist nicht richtig. Erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>{name} has no signing key yet: it is made when they sign in.</source>
            <comment>below</comment>
            <translation>{name} hat noch keinen Signaturschlüssel: Er wird bei der Anmeldung erzeugt.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>A revision needs its reason. Write why the answer changes.</source>
            <comment>below</comment>
            <translation>Eine Revision braucht ihren Grund. Eintragen, warum sich die Antwort ändert.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>The study is locked: no answer can be given or changed. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>Die Studie ist gesperrt: Keine Antwort kann gegeben oder geändert werden. Den Koordinator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>This set is signed: no answer can be given or changed. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>Dieser Satz ist unterzeichnet: Keine Antwort kann gegeben oder geändert werden. Den Koordinator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>Choose another password than the one you were given.</source>
            <comment>below</comment>
            <translation>Ein anderes Passwort wählen als das zugeteilte.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>{code} is not confirmed yet. Confirm it; then it can be revised.</source>
            <comment>below</comment>
            <translation>{code} ist noch nicht bestätigt. Zuerst bestätigen; danach ist eine Revision möglich.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>These answers are the ones on record. Change one, or leave it.</source>
            <comment>below</comment>
            <translation>Diese Antworten sind die bereits aufgezeichneten. Eine ändern oder alles so lassen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/stored.py" />
            <source>There is no reader study "{name}". Those there are: {listed}.</source>
            <comment>below</comment>
            <translation>Es gibt keine Reader-Studie „{name}“. Vorhanden sind: {listed}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>The coordinator does not score. Sign in as a reader or as the adjudicator.</source>
            <comment>below</comment>
            <translation>Der Koordinator bewertet nicht. Als Befunder oder als Adjudikator anmelden.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>The consensus opens when every reader has signed. Still to sign: {waiting}.</source>
            <comment>below</comment>
            <translation>Der Konsens öffnet, sobald alle Befunder unterzeichnet haben. Es fehlen noch: {waiting}.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>"{typed}" with this password is not known in this study. Check both; the coordinator can set a new password.</source>
            <comment>below</comment>
            <translation>„{typed}“ mit diesem Passwort ist in dieser Studie nicht bekannt. Beides prüfen; der Koordinator kann ein neues Passwort setzen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A reader study "{other}" exists already. Give this one another name.</source>
            <comment>below</comment>
            <translation>Eine Reader-Studie „{other}“ gibt es bereits. Dieser einen anderen Namen geben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>{name} takes part in the consensus only. It opens when every reader has signed.</source>
            <comment>below</comment>
            <translation>{name} nimmt nur am Konsens teil. Er öffnet, sobald alle Befunder unterzeichnet haben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>{row} was withdrawn from this study. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>{row} wurde aus dieser Studie ausgeschlossen. Den Koordinator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/roles.py" />
            <source>A login needs the name of a person, as the study has it.</source>
            <comment>below</comment>
            <translation>Ein Login braucht den Namen einer Person, so wie ihn die Studie führt.</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} in {file} cannot be read. Enter it again in the server's settings.</source>
            <comment>below</comment>
            <translation>Das Zugangsgeheimnis von {server_name} in {file} ist nicht lesbar. In den Einstellungen des Servers erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} cannot be read: the keyring {error}. Unlock it and try again, or enter the secret again in the server's settings.</source>
            <comment>below</comment>
            <translation>Das Zugangsgeheimnis von {server_name} ist nicht lesbar; Schlüsselbund des Systems: {error}. Den Schlüsselbund entsperren und erneut versuchen, oder das Zugangsgeheimnis in den Einstellungen des Servers erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} cannot be kept: the keyring {why}, and {file} cannot be written: {strerror}. Free some space, or let the keyring work.</source>
            <comment>below</comment>
            <translation>Das Zugangsgeheimnis von {server_name} kann nicht aufbewahrt werden; Schlüsselbund des Systems: {why}; zudem ist {file} nicht beschreibbar: {strerror}. Speicherplatz freigeben oder den Schlüsselbund in Betrieb bringen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>An older secret of {server_name} in {file} cannot be deleted: {strerror}. Delete the file.</source>
            <comment>below</comment>
            <translation>Ein älteres Zugangsgeheimnis von {server_name} in {file} kann nicht gelöscht werden: {strerror}. Die Datei löschen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>{url_variable} is {url}. Write it as https://server/path.</source>
            <comment>below</comment>
            <translation>{url_variable} ist {url}. In der Form https://server/path schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>The timestamp server {url} did not answer ({error}). The record itself is written.</source>
            <comment>below</comment>
            <translation>Der Zeitstempelserver {url} hat nicht geantwortet ({error}). Die Aufzeichnung selbst ist geschrieben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>This is not a timestamp of {hash} ({error}).</source>
            <comment>below</comment>
            <translation>Dies ist kein Zeitstempel von {hash} ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>{ca_variable} names {file}, which cannot be read ({error}). Give a PEM file.</source>
            <comment>below</comment>
            <translation>{ca_variable} nennt {file}; diese Datei ist nicht lesbar ({error}). Eine PEM-Datei angeben.</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>There is no transfer {number}. `station pacs ledger` lists those that there are.</source>
            <comment>below</comment>
            <translation>Es gibt keine Übertragung {number}. `station pacs ledger` listet die vorhandenen auf.</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>What is kept about the server "{name}" is damaged or of a newer Station. Add the server again.</source>
            <comment>below</comment>
            <translation>Die gespeicherten Angaben zum Server „{name}“ sind beschädigt oder stammen von einer neueren Station. Den Server erneut hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>{what}, in this or another Station. Wait for it, or stop it there.</source>
            <comment>below</comment>
            <translation>{what}, in dieser oder einer anderen Station. Das Ende abwarten oder den Vorgang dort anhalten.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>The original image is unchanged.</source>
            <comment>below</comment>
            <translation>Das Originalbild bleibt unverändert.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is in {unit}; the network needs {suv_bw}. Show it in {suv_bw2}, which needs the patient's weight and the injected activity.</source>
            <comment>below</comment>
            <translation>{name} liegt in {unit} vor; das Netz braucht {suv_bw}. Das Bild in {suv_bw2} anzeigen; dafür werden Patientengewicht und injizierte Aktivität benötigt.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is already denoised. Choose the series it was made from.</source>
            <comment>below</comment>
            <translation>{name} ist bereits entrauscht. Die Serie wählen, aus der das Bild entstanden ist.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: it has {slices} slices. Choose another series.</source>
            <comment>below</comment>
            <translation>{name} ist leer: Anzahl der Schichten {slices}. Eine andere Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} has {slices} slice{value}; the network needs at least {slices2} neighbouring ones. Choose a series with more slices.</source>
            <comment>below</comment>
            <translation>{name} hat zu wenige Schichten ({slices}); das Netz braucht mindestens {slices2} benachbarte. Eine Serie mit mehr Schichten wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: none of its slices is stored. Export it again.</source>
            <comment>below</comment>
            <translation>{name} ist leer: Keine Schicht ist gespeichert. Erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} has values down to {lowest} SUV; the network was trained on OSEM images, which have none below 0. Choose a series reconstructed with OSEM and not processed further.</source>
            <comment>below</comment>
            <translation>{name} hat Werte bis hinab zu SUV {lowest}; das Netz wurde mit OSEM-Bildern trainiert, die keine Werte unter 0 haben. Eine mit OSEM rekonstruierte, nicht weiter verarbeitete Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: all values are 0. Choose another series.</source>
            <comment>below</comment>
            <translation>{name} ist leer: Alle Werte sind 0. Eine andere Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{volume}: voxels of {spacing_mm} cannot be denoised as they are; the network was trained on {voxel_mm} mm only. Allow resampling, or reconstruct with voxels of {voxel_mm2} mm.</source>
            <comment>below</comment>
            <translation>{volume}: Voxel von {spacing_mm} können so nicht entrauscht werden; das Netz wurde nur mit {voxel_mm} mm trainiert. Umrechnen auf dieses Raster erlauben oder mit Voxeln von {voxel_mm2} mm rekonstruieren.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: slice {s} contains values that are not numbers. Export the series again.</source>
            <comment>below</comment>
            <translation>{name}: Schicht {s} enthält Werte, die keine Zahlen sind. Die Serie erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: slices {start}–{stop} are isolated between missing ones; the network needs at least {slices} neighbouring ones. Export the series again.</source>
            <comment>below</comment>
            <translation>{name}: Die Schichten {start}–{stop} liegen einzeln zwischen fehlenden; das Netz braucht mindestens {slices} benachbarte. Die Serie erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: its {slices} slices cover {length_mm} mm; the network needs {slices2} mm. Choose a series with more slices.</source>
            <comment>below</comment>
            <translation>{name}: Die {slices} Schichten der Serie decken {length_mm} mm ab; das Netz braucht {slices2} mm. Eine Serie mit mehr Schichten wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/device.py" />
            <source>There is no CUDA device on this computer. Choose auto or cpu.</source>
            <comment>below</comment>
            <translation>Auf diesem Rechner gibt es kein CUDA-Gerät. auto oder cpu wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/device.py" />
            <source>This processor does not support bf16. Choose auto or fp32.</source>
            <comment>below</comment>
            <translation>Dieser Prozessor unterstützt bf16 nicht. auto oder fp32 wählen.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/engine.py" />
            <source>Denoiser: its weights contain values that are not numbers. Reinstall the program, or train the network again.</source>
            <comment>below</comment>
            <translation>Entrauscher: Seine Gewichte enthalten Werte, die keine Zahlen sind. Das Programm neu installieren oder das Netz erneut trainieren.</translation>
        </message>
        <message>
            <location filename="../../station/denoise/weights.py" />
            <source>No shipped denoiser has the SHA-256 {sha256}…, which the recipe is to begin with.</source>
            <comment>below</comment>
            <translation>Kein mitgelieferter Entrauscher hat den SHA-256 {sha256}…, mit dem das Rezept beginnen soll.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours name slices of this image, but another frame of reference: it was taken as drawn on this image.</source>
            <comment>below</comment>
            <translation>Die Konturen nennen Schichten dieses Bildes, aber ein anderes Bezugssystem: Sie wurden als auf diesem Bild gezeichnet übernommen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Not used, as they enclose no region: {listed} contours.</source>
            <comment>below</comment>
            <translation>Nicht verwendete Konturen, da sie keinen Bereich umschließen: {listed}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>No contours between {gap} mm: the gap was filled from both sides.</source>
            <comment>below</comment>
            <translation>Ohne Konturen zwischen {gap} mm: Die Lücke wurde von beiden Seiten gefüllt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>No contours between {gap} mm: the gap was left empty.</source>
            <comment>below</comment>
            <translation>Ohne Konturen zwischen {gap} mm: Die Lücke wurde leer gelassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <location filename="../../station/dicom/segmentation.py" />
            <source>There is no VOI to write. Place one first.</source>
            <comment>below</comment>
            <translation>Es gibt kein VOI zum Schreiben. Zuerst eines setzen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>VOI "{name}" is between two slices of {label}. Move or enlarge it.</source>
            <comment>below</comment>
            <translation>VOI „{name}“ liegt zwischen zwei Schichten von {label}. Verschieben oder vergrößern.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours ({places} mm) are between two slices of the image; the nearest slice was taken.</source>
            <comment>below</comment>
            <translation>Die Konturen ({places} mm) liegen zwischen zwei Schichten des Bildes; die nächstgelegene Schicht wurde genommen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{outside} of the {planes} planes with its contours are outside the image and were left out.</source>
            <comment>below</comment>
            <translation>Ebenen mit Konturen: {planes}; davon außerhalb des Bildes und ausgelassen: {outside}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours extend beyond the image's edge: only what is inside was taken.</source>
            <comment>below</comment>
            <translation>Die Konturen reichen über den Bildrand hinaus: Nur was innerhalb liegt, wurde übernommen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{path} cannot be read as an RT Structure Set ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path} ist nicht als RT Structure Set lesbar ({error}). Erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: it has no number, so it is unknown which {value}.</source>
            <comment>below</comment>
            <translation>{name}: „{name2}“ wurde ausgelassen: Eine Nummer fehlt; deshalb ist unbekannt, welche Konturen zu welchem Bereich gehören.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: its number, {number}, is also that of another region, so it is unknown whose the contours are.</source>
            <comment>below</comment>
            <translation>{name}: „{name2}“ wurde ausgelassen: Die Nummer {number} hat auch ein anderer Bereich; deshalb ist unbekannt, zu welchem die Konturen gehören.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours, {thickness_mm} mm thick, are not on the image's slices of {slice_mm} mm: each slice has the contours nearest to it.</source>
            <comment>below</comment>
            <translation>Die Konturen mit {thickness_mm} mm Dicke liegen nicht auf den Schichten des Bildes mit {slice_mm} mm: Jede Schicht hat die ihr nächstgelegenen Konturen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{path} is not an RT Structure Set but {name}. Choose another file.</source>
            <comment>below</comment>
            <translation>{path} ist kein RT Structure Set, sondern: {name}. Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: {reason}.</source>
            <comment>below</comment>
            <translation>{name}: „{name2}“ wurde ausgelassen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: it is damaged ({error}).</source>
            <comment>below</comment>
            <translation>{name}: „{name2}“ wurde ausgelassen, da beschädigt ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours, {thickness_mm} mm thick, are on some of the image's slices of {slice_mm} mm: the others have the contours nearest to them.</source>
            <comment>below</comment>
            <translation>Die Konturen mit {thickness_mm} mm Dicke liegen auf einigen der Schichten des Bildes mit {slice_mm} mm: Die anderen haben die ihnen nächstgelegenen Konturen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{label}: FrameOfReferenceUID is missing, so no position in it can be given in DICOM. Export the measurements as CSV.</source>
            <comment>below</comment>
            <translation>{label}: FrameOfReferenceUID fehlt; deshalb kann darin keine Position in DICOM angegeben werden. Die Messungen als CSV exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{label} has no slices that could contain a VOI. Choose another.</source>
            <comment>below</comment>
            <translation>{label} hat keine Schichten, die ein VOI enthalten könnten. Ein anderes Bild wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>VOI "{name}" is not outlined on the grid of {label}. Outline it there first.</source>
            <comment>below</comment>
            <translation>VOI „{name}“ ist auf dem Raster von {label} nicht umrissen. Zuerst dort umreißen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>VOI "{name}" contains no voxel of {label}. Move it or omit it.</source>
            <comment>below</comment>
            <translation>VOI „{name}“ enthält kein Voxel von {label}. Verschieben oder weglassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{path} can no longer be read ({error}). Open the study again from where its files are now.</source>
            <comment>below</comment>
            <translation>{path} ist nicht mehr lesbar ({error}). Die Untersuchung erneut von dort öffnen, wo ihre Dateien jetzt liegen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} has no files from which the derived image could take its header. Save it first.</source>
            <comment>below</comment>
            <translation>{label} hat keine Dateien, aus denen das abgeleitete Bild seinen Header nehmen könnte. Zuerst speichern.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} does not state the unit of its values, so an image computed from it cannot be written. Export it again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>{label} nennt die Einheit der Werte nicht; ein daraus berechnetes Bild kann deshalb nicht geschrieben werden. Mit Units erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label}: the file {path} has changed since it was opened. Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: Die Datei {path} hat sich seit dem Öffnen geändert. Ihren Ordner erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} is an enhanced (multi-frame) PET whose header has no {lost}, which a single-frame PET needs. Convert it to single frames first.</source>
            <comment>below</comment>
            <translation>{label} ist ein Enhanced-PET (Multi-frame), in dessen Header {lost} fehlt; ein Single-frame-PET braucht dieses Attribut. Zuerst in einzelne Frames umwandeln.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label}: the file {path} can no longer be read ({error}). Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: Die Datei {path} ist nicht mehr lesbar ({error}). Ihren Ordner erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/drawn.py" />
            <source>"{name}" was not written: an arrow without a text says nothing in a report.</source>
            <comment>below</comment>
            <translation>„{name}“ wurde nicht geschrieben: Ein Pfeil ohne Text sagt in einem Bericht nichts aus.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/drawn.py" />
            <source>"{name}" was not written: the values of {label} have no unit that DICOM knows ({unit}).</source>
            <comment>below</comment>
            <translation>„{name}“ wurde nicht geschrieben: Die Werte von {label} haben keine Einheit, die DICOM kennt ({unit}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {name} differs between slices ({shown} and {shown2}{more}); it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: {name} ist nicht in allen Schichten gleich ({shown} und {shown2}{more}); gilt als fehlend.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {name} is missing in some slices; that of the others, {value}, is used.</source>
            <comment>below</comment>
            <translation>{label}: {name} fehlt in einigen Schichten; der Wert der anderen, {value}, wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {keyword} is written as "{written}", which is not a number; it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: {keyword} steht dort als „{written}“ und ist damit keine Zahl; gilt als fehlend.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalInformationSequence is missing in some slices; that of the others is used.</source>
            <comment>below</comment>
            <translation>{label}: RadiopharmaceuticalInformationSequence fehlt in einigen Schichten; die der anderen wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalInformationSequence names {items} injections; it is unknown which of them the image shows, so it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: RadiopharmaceuticalInformationSequence nennt mehrere Injektionen ({items}); es ist unbekannt, welche davon das Bild zeigt; die Angabe gilt daher als fehlend.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalStartDateTime has an offset from UTC, but TimezoneOffsetFromUTC (0008,0201) is missing, so it does not give the local time of the injection; it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: RadiopharmaceuticalStartDateTime hat einen Versatz zu UTC, aber TimezoneOffsetFromUTC (0008,0201) fehlt; die Ortszeit der Injektion geht daraus also nicht hervor; die Angabe gilt als fehlend.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOMDIR, the index of a medium; the files it lists are opened.</source>
            <comment>below</comment>
            <translation>Die Datei ist ein DICOMDIR, das Verzeichnis eines Datenträgers; die darin genannten Dateien werden geöffnet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>Its path leads outside the ZIP's own folder; it is not unpacked.</source>
            <comment>below</comment>
            <translation>Der Pfad führt aus dem eigenen Ordner des ZIP hinaus; die Datei wird nicht entpackt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The folder cannot be read: {strerror}.</source>
            <comment>below</comment>
            <translation>Der Ordner ist nicht lesbar: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP archive; its files were unpacked and opened.</source>
            <comment>below</comment>
            <translation>Es ist ein ZIP-Archiv; seine Dateien wurden entpackt und geöffnet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP archive, and there is no folder to unpack it into; unpack it first.</source>
            <comment>below</comment>
            <translation>Es ist ein ZIP-Archiv, und es gibt keinen Ordner, in den es entpackt werden kann; zuerst entpacken.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive holds {entries} files; {max_zip_entries} is the limit.</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv enthält {entries} Dateien; die Grenze ist {max_zip_entries}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive is encrypted; unpack it with its password first.</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv ist verschlüsselt; zuerst mit dem zugehörigen Passwort entpacken.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive would unpack to {unpacked} GB; {max_unpacked_bytes} GB is the limit.</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv wäre entpackt {unpacked} GB groß; die Grenze ist {max_unpacked_bytes} GB.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive would unpack to more than {max_zip_ratio} times its size, as archives made to fill a disk do; it is refused.</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv wäre entpackt mehr als das {max_zip_ratio}-Fache seiner Größe, wie bei Archiven, die einen Datenträger füllen sollen; es wird abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a link inside a ZIP; it is not unpacked.</source>
            <comment>below</comment>
            <translation>Es ist ein Link in einem ZIP; er wird nicht entpackt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>Unpacking the ZIP needs {total} GB; the disk has less free space.</source>
            <comment>below</comment>
            <translation>Das Entpacken des ZIP braucht {total} GB; auf dem Datenträger ist weniger frei.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>There is no such file or folder.</source>
            <comment>below</comment>
            <translation>Es gibt keine solche Datei und keinen solchen Ordner.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR is damaged and cannot be read ({error}).</source>
            <comment>below</comment>
            <translation>Das DICOMDIR ist beschädigt und nicht lesbar ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR lists this file, but it is missing.</source>
            <comment>below</comment>
            <translation>Das DICOMDIR nennt diese Datei, sie fehlt aber.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP inside {max_zip_depth} others; unpack it first to open its files.</source>
            <comment>below</comment>
            <translation>Es ist ein ZIP, das in {max_zip_depth} anderen steckt; zuerst entpacken, um seine Dateien zu öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive is damaged and cannot be unpacked ({error}).</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv ist beschädigt und kann nicht entpackt werden ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive cannot be unpacked ({error}).</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv kann nicht entpackt werden ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive cannot be unpacked: {value}.</source>
            <comment>below</comment>
            <translation>Das ZIP-Archiv kann nicht entpackt werden: {value}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is encrypted; unpack the ZIP with its password first.</source>
            <comment>below</comment>
            <translation>Die Datei ist verschlüsselt; das ZIP zuerst mit dem zugehörigen Passwort entpacken.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR lists a file outside its own folder; it is not opened.</source>
            <comment>below</comment>
            <translation>Das DICOMDIR nennt eine Datei außerhalb seines eigenen Ordners; sie wird nicht geöffnet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a link to a folder; links are not followed.</source>
            <comment>below</comment>
            <translation>Es ist ein Link auf einen Ordner; Links wird nicht gefolgt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{folder} is not empty, and {what} does not replace anything. Choose another folder.</source>
            <comment>below</comment>
            <translation>{folder} ist nicht leer, und hierbei wird nichts ersetzt: {what}. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{what} cannot be written to {parent}: {strerror}. Choose another folder.</source>
            <comment>below</comment>
            <translation>{what}: Schreiben nach {parent} nicht möglich: {strerror}. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{what} cannot be written to {folder}: {value}. Free some space or choose another folder.</source>
            <comment>below</comment>
            <translation>{what}: Schreiben nach {folder} nicht möglich: {value}. Speicherplatz freigeben oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM {plain} ({kind}), not a PET, CT or MR image.</source>
            <comment>below</comment>
            <translation>Die Datei ist ein DICOM-Objekt {plain} ({kind}), kein PET-, CT- oder MR-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its transfer syntax {name} is not supported.</source>
            <comment>below</comment>
            <translation>Die Transfersyntax {name} wird nicht unterstützt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM object of the unknown kind {sop_class}, not a PET, CT or MR image.</source>
            <comment>below</comment>
            <translation>Die Datei ist ein DICOM-Objekt der unbekannten Art {sop_class}, kein PET-, CT- oder MR-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its transfer syntax {name} needs a decoder that is not installed: add the optional package pylibjpeg-libjpeg.</source>
            <comment>below</comment>
            <translation>Die Transfersyntax {name} braucht einen Decoder, der nicht installiert ist: das optionale Paket pylibjpeg-libjpeg hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM file without a SOPClassUID, so its content is unknown.</source>
            <comment>below</comment>
            <translation>Es ist eine DICOM-Datei ohne SOPClassUID; deshalb ist ihr Inhalt unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It holds {count} frames, but its SOP class allows one.</source>
            <comment>below</comment>
            <translation>Die Datei enthält {count} Frames, aber ihre SOP-Klasse erlaubt nur einen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>NumberOfFrames {count} is implausible.</source>
            <comment>below</comment>
            <translation>NumberOfFrames {count} ist nicht plausibel.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a colour picture ({colour}; a secondary capture?), not an image with values.</source>
            <comment>below</comment>
            <translation>Es ist ein Farbbild ({colour}; ein Secondary Capture?), kein Bild mit Werten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Rows or Columns is missing or 0.</source>
            <comment>below</comment>
            <translation>Rows oder Columns fehlt oder ist 0.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>BitsAllocated {allocated} is not supported; 8, 16 and 32 are.</source>
            <comment>below</comment>
            <translation>BitsAllocated {allocated} wird nicht unterstützt; unterstützt werden 8, 16 und 32.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>BitsStored {stored} does not fit BitsAllocated {allocated}.</source>
            <comment>below</comment>
            <translation>BitsStored {stored} passt nicht zu BitsAllocated {allocated}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>HighBit {high} with BitsStored {stored} is not supported; the standard requires {stored2}.</source>
            <comment>below</comment>
            <translation>HighBit {high} mit BitsStored {stored} wird nicht unterstützt; der Standard verlangt {stored2}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>PixelRepresentation is missing, so it is unknown whether pixels are signed.</source>
            <comment>below</comment>
            <translation>PixelRepresentation fehlt; deshalb ist unbekannt, ob Pixel ein Vorzeichen haben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: {frames}{rows} × {columns} pixels need {needed} bytes, but it holds {held}.</source>
            <comment>below</comment>
            <translation>Die Datei ist abgeschnitten: {frames}{rows} × {columns} Pixel brauchen {needed} Bytes, sie enthält aber {held}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>PerFrameFunctionalGroupsSequence describes {per_frame} of its {count} frames.</source>
            <comment>below</comment>
            <translation>PerFrameFunctionalGroupsSequence beschreibt {per_frame} der {count} Frames.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>{keyword} is missing; the file cannot be assigned to its series.</source>
            <comment>below</comment>
            <translation>{keyword} fehlt; die Datei kann ihrer Serie nicht zugeordnet werden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: the file ends within its header.</source>
            <comment>below</comment>
            <translation>Die Datei ist abgeschnitten: Sie endet innerhalb des Headers.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It has no pixels, or the file is truncated before them.</source>
            <comment>below</comment>
            <translation>Die Datei hat keine Pixel oder ist vor ihnen abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its pixels are not encapsulated as {name} requires.</source>
            <comment>below</comment>
            <translation>Die Pixel sind nicht so gekapselt, wie es {name} verlangt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: the file ends where its compressed pixels begin.</source>
            <comment>below</comment>
            <translation>Die Datei ist abgeschnitten: Sie endet, wo die komprimierten Pixel beginnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file.</source>
            <comment>below</comment>
            <translation>Es ist keine DICOM-Datei.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>No pixels within the first {head_bytes} MB: the header is too large to be one.</source>
            <comment>below</comment>
            <translation>Keine Pixel innerhalb der ersten {head_bytes} MB: Der Header ist zu groß, um einer zu sein.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is encrypted (a CMS envelope); decrypt it first.</source>
            <comment>below</comment>
            <translation>Die Datei ist verschlüsselt (ein CMS-Umschlag); zuerst entschlüsseln.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file; it holds text.</source>
            <comment>below</comment>
            <translation>Es ist keine DICOM-Datei; sie enthält Text.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is a ZIP archive.</source>
            <comment>below</comment>
            <translation>Es ist ein ZIP-Archiv.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is a NIfTI image, which has no patient data.</source>
            <comment>below</comment>
            <translation>Es ist ein NIfTI-Bild; ein solches hat keine Patientendaten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file but {name}.</source>
            <comment>below</comment>
            <translation>Es ist keine DICOM-Datei, sondern: {name}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a regular file.</source>
            <comment>below</comment>
            <translation>Es ist keine reguläre Datei.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>The file is empty (0 bytes).</source>
            <comment>below</comment>
            <translation>Die Datei ist leer (0 Bytes).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>The file cannot be read: {value}.</source>
            <comment>below</comment>
            <translation>Die Datei ist nicht lesbar: {value}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is damaged: the DICOM header cannot be read ({error}).</source>
            <comment>below</comment>
            <translation>Die Datei ist beschädigt: Der DICOM-Header ist nicht lesbar ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>Its deflated content is larger than {max_inflated_bytes} MB unpacked; such a file is refused.</source>
            <comment>below</comment>
            <translation>Der mit Deflate komprimierte Inhalt ist entpackt größer als {max_inflated_bytes} MB; eine solche Datei wird abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/key_image.py" />
            <source>{label} has no files, so no key image can name its study. Save it first with File ▸ Save derived series.</source>
            <comment>below</comment>
            <translation>{label} hat keine Dateien; deshalb kann kein Schlüsselbild die Untersuchung nennen. Zuerst mit Datei ▸ Abgeleitete Serie speichern sichern.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/leaks.py" />
            <source>Prepare the study again. If this recurs it is an error in Station: report it.</source>
            <comment>below</comment>
            <translation>Die Studie erneut vorbereiten. Tritt dies wieder auf, ist es ein Fehler in Station: bitte melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/leaks.py" />
            <source>It is in every image of the {arm} arm and in no other.</source>
            <comment>below</comment>
            <translation>Es steht in jedem Bild des Arms „{arm}“ und in keinem anderen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>{label}: the PatientID of its slices is "{ids}" in some and "{ids2}" in others{more}. It is not shown, as they may be of different patients.</source>
            <comment>below</comment>
            <translation>{label}: Die PatientID der Schichten ist in einigen „{ids}“ und in anderen „{ids2}“{more}. Das Bild wird nicht gezeigt, da die Schichten von verschiedenen Patienten sein können.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>{label}: its PatientID is "{own}", but its study is that of "{other}". It is not shown among the images of another patient.</source>
            <comment>below</comment>
            <translation>{label}: Die PatientID ist „{own}“, die Untersuchung gehört aber zu „{other}“. Das Bild wird nicht unter den Bildern eines anderen Patienten gezeigt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>It is the same SOP instance as {path}.</source>
            <comment>below</comment>
            <translation>Es ist dieselbe SOP-Instanz wie {path}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>Its PatientID is "{frame}", but that of the other slices of its series "{most}".</source>
            <comment>below</comment>
            <translation>Die PatientID ist „{frame}“, die der übrigen Schichten der Serie aber „{most}“.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/masks.py" />
            <source>{path} is neither DICOM nor NIfTI (.nii, .nii.gz). Choose another file.</source>
            <comment>below</comment>
            <translation>{path} ist weder DICOM noch NIfTI (.nii, .nii.gz). Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station could not go on.</source>
            <comment>below</comment>
            <translation>Station konnte nicht fortfahren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station stopped listening.</source>
            <comment>below</comment>
            <translation>Station hat den Empfang beendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>{who} answers what it was not asked.</source>
            <comment>below</comment>
            <translation>{who} antwortet auf etwas, wonach nicht gefragt wurde.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station cannot listen at {host}:{port}: {value}. Choose another port or address, or stop the program that uses it.</source>
            <comment>below</comment>
            <translation>Station kann unter {host}:{port} nicht empfangen: {value}. Einen anderen Port oder eine andere Adresse wählen, oder das Programm beenden, das ihn benutzt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>{who} sent a report of an absurd length.</source>
            <comment>below</comment>
            <translation>{who} hat einen Bericht von unsinniger Länge gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{server} answered a C-ECHO with status {status}, not with success. Ask its administrator whether it is in order.</source>
            <comment>below</comment>
            <translation>{server} hat ein C-ECHO mit Status {status} beantwortet, nicht mit Erfolg. Den Administrator fragen, ob der Server in Ordnung ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{who} sent something that was not asked for.</source>
            <comment>below</comment>
            <translation>{who} hat etwas gesendet, wonach nicht gefragt wurde.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{server} offers none of what Station asks for ({proposals}). Let its administrator allow it for the AE title {calling_aet}.</source>
            <comment>below</comment>
            <translation>{server} bietet nichts von dem an, was Station anfragt ({proposals}). Den Administrator bitten, es für den AE-Titel {calling_aet} zu erlauben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{who} sent an answer of an absurd length.</source>
            <comment>below</comment>
            <translation>{who} hat eine Antwort von unsinniger Länge gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} expects TLS on this port. Switch TLS on in the server's settings, or enter the port without TLS.</source>
            <comment>below</comment>
            <translation>{who} erwartet auf diesem Port TLS. TLS in den Einstellungen des Servers einschalten oder den Port ohne TLS eintragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} rejected the association without a reason. Often one of the AE titles "{called_aet}" and "{calling_aet}" or this computer's address is not known there: ask its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat die Assoziation ohne Grund abgelehnt. Oft ist dort einer der AE-Titel „{called_aet}“ und „{calling_aet}“ oder die Adresse dieses Rechners nicht bekannt: den Administrator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>The AE title {whose} is empty. Enter it.</source>
            <comment>below</comment>
            <translation>Der AE-Titel ist leer ({whose}). Eintragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>"{title}" cannot be the AE title {whose}: it has at most {aet_length} characters of ASCII and no backslash. Correct it.</source>
            <comment>below</comment>
            <translation>„{title}“ kann kein AE-Titel sein ({whose}): Er hat höchstens {aet_length} ASCII-Zeichen und keinen Backslash. Korrigieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not know itself by the AE title "{called_aet}". Enter the AE title that the server has.</source>
            <comment>below</comment>
            <translation>{who} kennt sich selbst nicht unter dem AE-Titel „{called_aet}“. Den AE-Titel eintragen, den der Server hat.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not know "{calling_aet}", the AE title that Station uses. Let its administrator add it, with the name or address of this computer.</source>
            <comment>below</comment>
            <translation>{who} kennt „{calling_aet}“ nicht, den AE-Titel, den Station verwendet. Den Administrator bitten, ihn mit dem Namen oder der Adresse dieses Rechners hinzuzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} rejected the association: {rejected}.</source>
            <comment>below</comment>
            <translation>{who} hat die Assoziation abgelehnt: {rejected}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>No computer of the name "{host}" is known here, so {who} cannot be reached. Check the host, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>Ein Rechner mit dem Namen „{host}“ ist hier nicht bekannt; nicht erreichbar ist daher {who}. Den Host prüfen, und ob dieser Rechner im Netzwerk ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} refuses connections: nothing listens at {where}. Check host and port, and that the server runs.</source>
            <comment>below</comment>
            <translation>{who} lehnt Verbindungen ab: Unter {where} wird nichts empfangen. Host und Port prüfen, und ob der Server läuft.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not answer at {where} within {connect_s} s. Check host and port, and that no firewall is between.</source>
            <comment>below</comment>
            <translation>{who} antwortet unter {where} nicht innerhalb von {connect_s} s. Host und Port prüfen, und dass keine Firewall dazwischen liegt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} cannot be reached at {where}: {value}. Check host and port, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>{who} ist unter {where} nicht erreichbar: {value}. Host und Port prüfen, und ob dieser Rechner im Netzwerk ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} was asked to commit itself and reported nothing within {report_s} s. Check that it knows the address and port of Station's listener, then ask again.</source>
            <comment>below</comment>
            <translation>{server} wurde um Bestätigung der Speicherung (Storage Commitment) gebeten und hat innerhalb von {report_s} s nichts gemeldet. Prüfen, ob der Server Adresse und Port des Empfangsdiensts von Station kennt, dann erneut anfragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} did not mention it in its report. Ask its administrator.</source>
            <comment>below</comment>
            <translation>{server} hat diese Instanz im Bericht nicht erwähnt. Den Administrator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} does not offer storage commitment. Without it Station checks what the server lists.</source>
            <comment>below</comment>
            <translation>{server} bietet kein Storage Commitment an. Ohne dieses prüft Station, was der Server auflistet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{who} ended the association instead of answering.</source>
            <comment>below</comment>
            <translation>{who} hat die Assoziation beendet, statt zu antworten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{parent} cannot be written: {value}. Free some space or choose another folder.</source>
            <comment>below</comment>
            <translation>{parent} ist nicht beschreibbar: {value}. Speicherplatz freigeben oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>Instance {sop_uid} arrived again with other {difference}. The first, {path}, stays; the second is kept apart in {apart}. Ask the sender which of them is right.</source>
            <comment>below</comment>
            <translation>Die Instanz {sop_uid} kam erneut an, aber mit Abweichung ({difference}). Die erste, {path}, bleibt; die zweite wird getrennt aufbewahrt in {apart}. Den Absender fragen, welche von beiden richtig ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set does not say which instance, series and study it is. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt, weil ihr Datensatz nicht nennt, zu welcher Instanz, Serie und Untersuchung er gehört. Dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance of {content} MB was refused: Station takes {largest} MB at most.</source>
            <comment>below</comment>
            <translation>Eine Instanz von {content} MB wurde abgelehnt: Station nimmt höchstens {largest} MB an.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>Instance {sop_uid} arrived again with the same pixels and other attributes. {path} stays as it was.</source>
            <comment>below</comment>
            <translation>Die Instanz {sop_uid} kam erneut an, mit denselben Pixeln und anderen Attributen. {path} bleibt, wie es war.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused: it is larger than {largest} MB, the most that Station takes.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt: Sie ist größer als {largest} MB, das Höchste, was Station annimmt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set cannot be read as DICOM. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt, weil ihr Datensatz nicht als DICOM lesbar ist. Dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set belongs to another {name} than it was sent as ({inside} in place of {expected}). Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt, weil ihr Datensatz den Angaben beim Senden nicht entspricht ({name}: {inside} statt {expected}). Dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>{path} cannot be read: {value}. Remove it and try again.</source>
            <comment>below</comment>
            <translation>{path} ist nicht lesbar: {value}. Entfernen und erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused: more comes in at one time than Station holds. Have it sent again.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt: Gleichzeitig kommt mehr an, als Station aufnehmen kann. Erneut senden lassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>An instance was refused because its UID is not one. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt, weil ihre UID keine gültige UID ist. Dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>An instance was refused: it is of another patient than the study with its UID that is here. If the patient's ID was corrected, remove {folder}, then have the study sent again. Else report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Eine Instanz wurde abgelehnt: Sie ist von einem anderen Patienten als die hier vorhandene Untersuchung mit derselben UID. Wurde die Patienten-ID korrigiert, {folder} entfernen und die Untersuchung dann erneut senden lassen. Andernfalls dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>The disk of {folder} is full: {free} MB are left, and {disk_floor_bytes} MB must stay free. Free some space, then have it sent again.</source>
            <comment>below</comment>
            <translation>Der Datenträger von {folder} ist voll: Noch {free} MB sind frei, und {disk_floor_bytes} MB müssen frei bleiben. Speicherplatz freigeben, dann erneut senden lassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>{folder} cannot be written: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{folder} ist nicht beschreibbar: {value}. Einen anderen Ordner wählen oder Speicherplatz freigeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>{half} {sop_uids} instances came before. They are kept in {folder}; have the study sent again.</source>
            <comment>below</comment>
            <translation>{half} Zuvor angekommene Instanzen: {sop_uids}. Sie werden in {folder} aufbewahrt; die Untersuchung erneut senden lassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/query.py" />
            <location filename="../../station/dicom/network/web.py" />
            <source>The search starts on {since} and ends before, on {until}. Exchange the dates.</source>
            <comment>below</comment>
            <translation>Die Suche beginnt am {since} und endet davor, am {until}. Die beiden Datumsangaben vertauschen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/query.py" />
            <source>{server} lists more than {most_instances} instances in one series. Ask its administrator what the series is.</source>
            <comment>below</comment>
            <translation>{server} listet mehr als {most_instances} Instanzen in einer Serie auf. Den Administrator fragen, was das für eine Serie ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/reports.py" />
            <source>It is not committed: {why}. Send it again, and ask the server's administrator.</source>
            <comment>below</comment>
            <translation>Nicht bestätigt (Storage Commitment): {why}. Erneut senden und den Administrator des Servers fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} does not offer {asked}. Choose {other} or DICOMweb for this server.</source>
            <comment>below</comment>
            <translation>{server} bietet {asked} nicht an. Für diesen Server {other} oder DICOMweb wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} reported success but did not send it. Try again, or another way of retrieval; if it stays so, ask its administrator.</source>
            <comment>below</comment>
            <translation>{server} hat Erfolg gemeldet, aber nicht gesendet. Erneut oder mit einer anderen Abrufart versuchen; bleibt es dabei, den Administrator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{who} sent no dataset with an instance.</source>
            <comment>below</comment>
            <translation>{who} hat zu einer Instanz keinen Datensatz gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} failed to send it: {status}.</source>
            <comment>below</comment>
            <translation>{server} konnte die Instanz nicht senden: {status}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/statuses.py" />
            <source>{server} does not know where to send the study (status A801). Its administrator has to enter a destination with the AE title "{calling_aet}", the address of this computer and port {port}; or choose C-GET for this server.</source>
            <comment>below</comment>
            <translation>{server} weiß nicht, wohin die Untersuchung zu senden ist (Status A801). Der Administrator muss ein Ziel mit dem AE-Titel „{calling_aet}“, der Adresse dieses Rechners und Port {port} eintragen; oder für diesen Server C-GET wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} does not store {name}. Ask its administrator to allow it for the AE title {calling_aet}.</source>
            <comment>below</comment>
            <translation>{who} speichert solche Objekte nicht: {name}. Den Administrator bitten, dies für den AE-Titel {calling_aet} zu erlauben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} is not a DICOM file with an instance; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} ist keine DICOM-Datei mit einer Instanz; nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} is a DICOMDIR, the index of a medium; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} ist ein DICOMDIR, das Verzeichnis eines Datenträgers; nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} cannot be converted from {name2} to {name3}, which the server asks for; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} kann nicht von {name2} in {name3} umgewandelt werden, wie der Server es verlangt; nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} takes {name} only in encodings that Station cannot send. Ask its administrator to allow Explicit VR Little Endian.</source>
            <comment>below</comment>
            <translation>{who} nimmt {name} nur in Kodierungen an, die Station nicht senden kann. Den Administrator bitten, Explicit VR Little Endian zu erlauben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} and {name2} have the same SOP instance UID but differ. Neither was sent: decide which is right, and send it alone.</source>
            <comment>below</comment>
            <translation>{name} und {name2} haben dieselbe SOP Instance UID, unterscheiden sich aber. Keine von beiden wurde gesendet: entscheiden, welche richtig ist, und sie allein senden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <location filename="../../station/dicom/network/web_store.py" />
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} cannot be read: {value}.</source>
            <comment>below</comment>
            <translation>{name} ist nicht lesbar: {value}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{name} is damaged or not a DICOM file; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt oder keine DICOM-Datei; nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} has an invalid UID; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} hat eine ungültige UID; nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} ended the association in the middle of a C-STORE. Try again.</source>
            <comment>below</comment>
            <translation>{who} hat die Assoziation mitten in einem C-STORE beendet. Erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} gave no proper answer to a C-STORE, so that the instance may not be stored. Try again; if it happens again, ask its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat ein C-STORE nicht ordnungsgemäß beantwortet; die Instanz ist daher womöglich nicht gespeichert. Erneut versuchen; tritt es wieder auf, den Administrator fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{server} stored it, but {status} (status {status2}).</source>
            <comment>below</comment>
            <translation>{server} hat die Instanz gespeichert, aber mit Einschränkung: {status} (Status {status2}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose the file of {whose}.</source>
            <comment>below</comment>
            <translation>Die Datei dieser Stelle wählen: {whose}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{file} is a certificate in the form DER. Convert it to PEM: openssl x509 -inform der -in {name} -out {stem}.pem.</source>
            <comment>below</comment>
            <translation>{file} ist ein Zertifikat in der Form DER. In PEM umwandeln: openssl x509 -inform der -in {name} -out {stem}.pem.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not speak TLS on this port. Check the port, or switch TLS off in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} spricht auf diesem Port kein TLS. Den Port prüfen oder TLS in den Einstellungen des Servers ausschalten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is not signed by an authority that is trusted here{by}. Choose the file of its certificate authority (CA) in the server's settings.</source>
            <comment>below</comment>
            <translation>Das Zertifikat von {who} ist nicht von einer Stelle signiert, der hier vertraut wird{by}. In den Einstellungen des Servers die Datei seiner Zertifizierungsstelle (CA) wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate in {file} expired on {last}. Ask for the new one of {whose}, and check this computer's date.</source>
            <comment>below</comment>
            <translation>Das Zertifikat in {file} ist am {last} abgelaufen. Das neue bei dieser Stelle anfordern: {whose}; auch das Datum dieses Rechners prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate {certificate} expired on {not_valid_after_utc}. Ask who issued it for a new one.</source>
            <comment>below</comment>
            <translation>Das Zertifikat {certificate} ist am {not_valid_after_utc} abgelaufen. Bei der ausstellenden Stelle ein neues anfordern.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate {certificate} is valid from {not_valid_before_utc} only. Check this computer's date.</source>
            <comment>below</comment>
            <translation>Das Zertifikat {certificate} ist erst ab {not_valid_before_utc} gültig. Das Datum dieses Rechners prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose the key of the certificate.</source>
            <comment>below</comment>
            <translation>Den Schlüssel des Zertifikats wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The key {key_file} is protected by a password, which Station cannot ask for. Keep a copy without it (openssl pkey) in a file that only you can read, and choose that.</source>
            <comment>below</comment>
            <translation>Der Schlüssel {key_file} ist durch ein Passwort geschützt, das Station nicht abfragen kann. Eine Kopie ohne Passwort (openssl pkey) in einer Datei aufbewahren, die nur für den eigenen Benutzer lesbar ist, und diese wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not answer to TLS within {patience_s} s. It may not speak TLS on this port: check the port, or switch TLS off.</source>
            <comment>below</comment>
            <translation>{who} antwortet auf TLS nicht innerhalb von {patience_s} s. Vielleicht wird auf diesem Port kein TLS gesprochen: den Port prüfen oder TLS ausschalten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} closed the connection instead of answering to TLS. Check the port, and whether it wants a certificate of this computer.</source>
            <comment>below</comment>
            <translation>{who} hat die Verbindung geschlossen, statt auf TLS zu antworten. Den Port prüfen, und ob ein Zertifikat dieses Rechners verlangt wird.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} wants to see a certificate of this computer. Choose the certificate and key that its administrator issued in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} verlangt ein Zertifikat dieses Rechners. In den Einstellungen des Servers Zertifikat und Schlüssel wählen, die der Administrator des Servers ausgestellt hat.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not accept the certificate with which Station shows who it is. Choose the certificate and key that its administrator issued in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} akzeptiert das Zertifikat nicht, mit dem Station sich ausweist. In den Einstellungen des Servers Zertifikat und Schlüssel wählen, die der Administrator des Servers ausgestellt hat.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} broke off the TLS handshake: it wants a certificate of this computer, or has no method of encryption in common with Station, which needs TLS 1.2 or later with forward secrecy. Ask its administrator which.</source>
            <comment>below</comment>
            <translation>{who} hat den TLS-Handshake abgebrochen: Entweder wird ein Zertifikat dieses Rechners verlangt, oder es gibt kein gemeinsames Verschlüsselungsverfahren mit Station, die TLS 1.2 oder neuer mit Forward Secrecy braucht. Den Administrator fragen, was zutrifft.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} and Station have no method of encryption in common: Station needs TLS 1.2 or later. Ask its administrator to update it.</source>
            <comment>below</comment>
            <translation>{who} und Station haben kein gemeinsames Verschlüsselungsverfahren: Station braucht TLS 1.2 oder neuer. Den Administrator bitten, den Server zu aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} broke off the encrypted connection ({error}). Its log says why.</source>
            <comment>below</comment>
            <translation>{who} hat die verschlüsselte Verbindung abgebrochen ({error}). Den Grund nennt das Log dieses Servers.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} has expired{since}. Its administrator has to renew it; also check this computer's date.</source>
            <comment>below</comment>
            <translation>Das Zertifikat von {who} ist abgelaufen{since}. Der Administrator des Servers muss es erneuern; auch das Datum dieses Rechners prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is not valid yet{start}. Check the date of this computer and of the server.</source>
            <comment>below</comment>
            <translation>Das Zertifikat von {who} ist noch nicht gültig{start}. Das Datum dieses Rechners und des Servers prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is for another host{names}. Enter the host as the certificate names it, or let the server's administrator renew it.</source>
            <comment>below</comment>
            <translation>Das Zertifikat von {who} gilt für einen anderen Host{names}. Den Host so eintragen, wie ihn das Zertifikat nennt, oder es vom Administrator des Servers erneuern lassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} was revoked. Ask its administrator for a new one.</source>
            <comment>below</comment>
            <translation>Das Zertifikat von {who} wurde widerrufen. Den Administrator um ein neues bitten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is a key ({key}) but no certificate. Choose the certificate that belongs to it, too.</source>
            <comment>below</comment>
            <translation>Es gibt einen Schlüssel ({key}), aber kein Zertifikat. Auch das zugehörige Zertifikat wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{file} cannot be read as certificates (PEM): {error}. Choose the file of {whose}.</source>
            <comment>below</comment>
            <translation>{file} ist nicht als Zertifikate (PEM) lesbar: {error}. Die Datei dieser Stelle wählen: {whose}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose another file.</source>
            <comment>below</comment>
            <translation>Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{certificate} cannot be used with the key {key_file}: {error}. Choose a certificate and the key that belongs to it (PEM).</source>
            <comment>below</comment>
            <translation>{certificate} ist mit dem Schlüssel {key_file} nicht verwendbar: {error}. Ein Zertifikat und den zugehörigen Schlüssel (PEM) wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The password does not open the key {key_file}. Enter it again.</source>
            <comment>below</comment>
            <translation>Das Passwort öffnet den Schlüssel {key_file} nicht. Erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The key {key_file} does not belong to the certificate {certificate}. Choose the one with which the certificate was asked for.</source>
            <comment>below</comment>
            <translation>Der Schlüssel {key_file} gehört nicht zum Zertifikat {certificate}. Den Schlüssel wählen, mit dem das Zertifikat beantragt wurde.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} does not list all instances of the study: it says that there are more. Ask its administrator to let it list them page by page (limit and offset).</source>
            <comment>below</comment>
            <translation>{who} listet nicht alle Instanzen der Untersuchung auf und gibt an, dass es weitere gibt. Den Administrator bitten, die seitenweise Auflistung (limit und offset) zu ermöglichen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} does not say which series this instance belongs to, so it cannot be fetched by DICOMweb.</source>
            <comment>below</comment>
            <translation>{who} nennt nicht, zu welcher Serie diese Instanz gehört; sie kann deshalb nicht über DICOMweb abgerufen werden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} answered {what} with an entry that has no valid UID. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit einem Eintrag ohne gültige UID beantwortet. Dies dem Administrator des Servers melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} lists this instance but did not send it. Ask its administrator whether its file is there.</source>
            <comment>below</comment>
            <translation>{who} führt diese Instanz auf, hat sie aber nicht gesendet. Den Administrator des Servers fragen, ob ihre Datei vorhanden ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent this instance without listing it. It was not kept.</source>
            <comment>below</comment>
            <translation>{who} hat diese Instanz gesendet, ohne sie aufzuführen. Sie wurde nicht behalten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent {what} as a body that {error}. Try again; if it happens again, report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit fehlerhaftem Inhalt gesendet (der Inhalt: {error}). Erneut versuchen; tritt es wieder auf, dem Administrator des Servers melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent an instance of more than {largest} MB, which Station does not take.</source>
            <comment>below</comment>
            <translation>{who} hat eine Instanz von mehr als {largest} MB gesendet; so große nimmt Station nicht an.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} by pointing to another address, at {place}. If that is a page to sign in at, choose how Station signs in; else correct the root address of its DICOMweb services.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit dem Verweis auf eine andere Adresse beantwortet: {place}. Ist das eine Anmeldeseite, wählen, wie Station sich anmeldet; sonst die Stammadresse der DICOMweb-Dienste berichtigen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} is not one. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>Die Adresse der DICOMweb-Dienste von {name} ist keine gültige Adresse. In der Form https://pacs.example/dicom-web angeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} closed the connection in the middle of {what}. Check the network and that the server still runs, then try again.</source>
            <comment>below</comment>
            <translation>{who} hat die Verbindung mittendrin geschlossen (bei: {what}). Prüfen, ob das Netzwerk funktioniert und der Server noch läuft, dann erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with a web page, perhaps one to sign in at. Check the root address of its DICOMweb services and how Station signs in there.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit einer Webseite beantwortet, vielleicht einer Anmeldeseite. Die Stammadresse der DICOMweb-Dienste prüfen und wie Station sich dort anmeldet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} is too busy for {what}. Try again {when}.</source>
            <comment>below</comment>
            <translation>{who} ist zu ausgelastet für „{what}“. Erneut versuchen: {when}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} failed in the middle of {what} (HTTP {status}). Its log says why.</source>
            <comment>below</comment>
            <translation>{who} hat mittendrin versagt (bei: {what}; HTTP {status}). Das Log des Servers nennt den Grund.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} refused {what} (HTTP {status}). Check the root address of its DICOMweb services, or ask its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ abgelehnt (HTTP {status}). Die Stammadresse der DICOMweb-Dienste prüfen oder den Administrator des Servers fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} wants an encrypted connection. Write the root address of its DICOMweb services with https.</source>
            <comment>below</comment>
            <translation>{who} verlangt eine verschlüsselte Verbindung. Die Stammadresse der DICOMweb-Dienste mit https angeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>Station has no password or token for {name}. Enter it in the server's settings.</source>
            <comment>below</comment>
            <translation>Station hat weder Passwort noch Token für {name}. In den Einstellungen des Servers eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>What was entered as the token for {name} is not one: it has characters that a token cannot have. Enter it again.</source>
            <comment>below</comment>
            <translation>Was als Token für {name} eingegeben wurde, ist keines: Es enthält Zeichen, die ein Token nicht haben kann. Erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with JSON that holds no DICOM data sets. Check the root address of its DICOMweb services.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit JSON beantwortet, das keine DICOM-Datensätze enthält. Die Stammadresse der DICOMweb-Dienste prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The proxy between this computer and {who} does not let Station through. Check the proxy of this computer (HTTPS_PROXY, NO_PROXY).</source>
            <comment>below</comment>
            <translation>Der Proxy zwischen diesem Computer und {who} lässt Station nicht durch. Den Proxy dieses Computers prüfen (HTTPS_PROXY, NO_PROXY).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>No computer of the name "{host}" is known here, so {name} cannot be reached. Check the address of its DICOMweb services, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>Ein Computer namens „{host}“ ist hier nicht bekannt; {name} ist daher nicht erreichbar. Die Adresse der DICOMweb-Dienste prüfen und ob dieser Computer im Netzwerk ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{name} refuses connections: nothing listens at {host}:{port}. Check the address of its DICOMweb services, and that the server runs.</source>
            <comment>below</comment>
            <translation>{name} lehnt Verbindungen ab: Unter {host}:{port} nimmt nichts Verbindungen an. Die Adresse der DICOMweb-Dienste prüfen und ob der Server läuft.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{name} does not answer at {host}:{port} within {connect_s} s. Check the address of its DICOMweb services, and that no firewall is between.</source>
            <comment>below</comment>
            <translation>{name} antwortet unter {host}:{port} nicht innerhalb von {connect_s} s. Die Adresse der DICOMweb-Dienste prüfen und ob eine Firewall dazwischen ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has been silent for {answer_s} s in the middle of {what}. Try again; if it stays silent, ask its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat mittendrin {answer_s} s lang nichts gesendet (bei: {what}). Erneut versuchen; sendet der Server weiterhin nichts, den Administrator des Servers fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} is not one that can be reached. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>Die Adresse der DICOMweb-Dienste von {name} ist keine erreichbare Adresse. In der Form https://pacs.example/dicom-web angeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} sent {what} in a compression that cannot be undone.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ in einer Komprimierung gesendet, die sich nicht entpacken lässt.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not accept the password of "{user}". Enter both again in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} akzeptiert das Passwort von „{user}“ nicht. Beides in den Einstellungen des Servers erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not accept the token; it may have expired. Enter a new one in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} akzeptiert das Token nicht; es ist möglicherweise abgelaufen. In den Einstellungen des Servers ein neues eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} wants {how}. Choose that in the server's settings.</source>
            <comment>below</comment>
            <translation>{who} verlangt zur Anmeldung: {how}. Dies in den Einstellungen des Servers wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with a redirection to nowhere.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit einer Weiterleitung ohne Ziel beantwortet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} must not hold a password. Leave it out, and enter user and password in the server's settings.</source>
            <comment>below</comment>
            <translation>Die Adresse der DICOMweb-Dienste von {name} darf kein Passwort enthalten. Es weglassen und Benutzer und Passwort in den Einstellungen des Servers eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A user's name with a colon cannot sign in at {name}. Ask its administrator for another one.</source>
            <comment>below</comment>
            <translation>Mit einem Benutzernamen, der einen Doppelpunkt enthält, ist bei {name} keine Anmeldung möglich. Den Administrator des Servers um einen anderen bitten.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} cannot be asked for a study, series or instance whose UID is not one. Search for the study again.</source>
            <comment>below</comment>
            <translation>Von {who} kann keine Untersuchung, Serie oder Instanz angefragt werden, deren UID keine gültige UID ist. Die Untersuchung erneut suchen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with more than {largest_answer} MB. Ask for less.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit mehr als {largest_answer} MB beantwortet. Weniger anfragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with something that is not DICOM JSON. Check the root address of its DICOMweb services; if it is right, report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ mit etwas beantwortet, das kein DICOM-JSON ist. Die Stammadresse der DICOMweb-Dienste prüfen; ist sie richtig, dies dem Administrator des Servers melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not allow Station {what}. Ask its administrator to allow it {as_whom}.</source>
            <comment>below</comment>
            <translation>{who} erlaubt Station „{what}“ nicht. Den Administrator des Servers bitten, dies zu erlauben ({as_whom}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has nothing at the address of {what}. Check the root address of its DICOMweb services ({root}).</source>
            <comment>below</comment>
            <translation>{who} hat nichts unter der Adresse für „{what}“. Die Stammadresse der DICOMweb-Dienste prüfen ({root}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not offer {what}. Check the root address of its DICOMweb services ({root}).</source>
            <comment>below</comment>
            <translation>{who} bietet „{what}“ nicht an. Die Stammadresse der DICOMweb-Dienste prüfen ({root}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} cannot give the answer to {what} in a form that Station reads. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who} kann die Antwort auf „{what}“ nicht in einer Form geben, die Station liest. Dies dem Administrator des Servers melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The proxy before {who} wants a sign-in. Ask the network's administrator to let Station through without one.</source>
            <comment>below</comment>
            <translation>Der Proxy vor {who} verlangt eine Anmeldung. Den Administrator des Netzwerks bitten, Station ohne Anmeldung durchzulassen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} gave up {what}, which took too long. Try again.</source>
            <comment>below</comment>
            <translation>{who} hat „{what}“ abgebrochen, weil es zu lange dauerte. Erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} finds {what} too large. Ask its administrator to raise the limit.</source>
            <comment>below</comment>
            <translation>Für {who} ist „{what}“ zu groß. Den Administrator des Servers bitten, die Grenze anzuheben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not take the form in which Station sent {what}. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who} nimmt die Form nicht an, in der Station „{what}“ gesendet hat. Dies dem Administrator des Servers melden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not offer {what}.</source>
            <comment>below</comment>
            <translation>{who} bietet „{what}“ nicht an.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A proxy before {who} does not reach it. Ask its administrator whether the server runs.</source>
            <comment>below</comment>
            <translation>Ein Proxy vor {who} erreicht den Server nicht. Den Administrator des Servers fragen, ob der Server läuft.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A proxy before {who} waited for it in vain. Try again, or ask its administrator.</source>
            <comment>below</comment>
            <translation>Ein Proxy vor {who} hat vergeblich auf den Server gewartet. Erneut versuchen oder den Administrator des Servers fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has no space left. Ask its administrator.</source>
            <comment>below</comment>
            <translation>{who} hat keinen Speicherplatz mehr. Den Administrator des Servers fragen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{who} did not say that it stored it, and does not list it.</source>
            <comment>below</comment>
            <translation>{who} hat nicht gemeldet, dass die Instanz gespeichert wurde, und führt sie nicht auf.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{name} changed while it was sent. Send it again.</source>
            <comment>below</comment>
            <translation>{name} hat sich während des Sendens geändert. Erneut senden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{who} did not store it: {reason}.</source>
            <comment>below</comment>
            <translation>{who} hat die Instanz nicht gespeichert: {reason}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} closed the connection instead of answering. Check the port, whether it expects TLS, and whether it accepts this computer.</source>
            <comment>below</comment>
            <translation>{who} hat die Verbindung geschlossen, statt zu antworten. Prüfen: den Port, ob dort TLS erwartet wird und ob dieser Computer zugelassen ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} ended the connection in the middle.</source>
            <comment>below</comment>
            <translation>{who} hat die Verbindung mittendrin beendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} takes the connection but does not answer as a DICOM server within {associate_s} s. Check the port and whether it expects TLS.</source>
            <comment>below</comment>
            <translation>{who} nimmt die Verbindung an, antwortet aber nicht innerhalb von {associate_s} s als DICOM-Server. Den Port prüfen und ob dort TLS erwartet wird.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} aborted Station's request for an association. Its log says why; check both AE titles.</source>
            <comment>below</comment>
            <translation>{who} hat Stations Anfrage nach einer Assoziation abgebrochen. Das Log des Servers nennt den Grund; beide AE-Titel prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>Something other than a DICOM server answers at {host}:{port}. Check the port of {name}: its web port is another one.</source>
            <comment>below</comment>
            <translation>Unter {host}:{port} antwortet etwas anderes als ein DICOM-Server. Den Port von {name} prüfen: Der Web-Port ist ein anderer.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} did not answer for {now} s and was given up.</source>
            <comment>below</comment>
            <translation>{who} hat {now} s lang nicht geantwortet und wurde aufgegeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} does not speak DICOM at this port.</source>
            <comment>below</comment>
            <translation>{who} spricht an diesem Port kein DICOM.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sends more at once ({length} bytes) than was agreed.</source>
            <comment>below</comment>
            <translation>{who} sendet mehr auf einmal ({length} Bytes) als vereinbart.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} aborted the association.</source>
            <comment>below</comment>
            <translation>{who} hat die Assoziation abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} uses a presentation context that was not agreed.</source>
            <comment>below</comment>
            <translation>{who} verwendet einen Presentation Context, der nicht vereinbart wurde.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} answered the request for an association with something that is not valid DICOM. Check the port.</source>
            <comment>below</comment>
            <translation>{who} hat die Anfrage nach einer Assoziation mit etwas beantwortet, das kein gültiges DICOM ist. Den Port prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} does not begin with a request for an association.</source>
            <comment>below</comment>
            <translation>{who} beginnt nicht mit einer Anfrage nach einer Assoziation.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} asks for contexts that make no sense.</source>
            <comment>below</comment>
            <translation>{who} fragt nach Presentation Contexts, die keinen Sinn ergeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sends too slowly and was given up.</source>
            <comment>below</comment>
            <translation>{who} sendet zu langsam und wurde aufgegeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent something that has no place in an association.</source>
            <comment>below</comment>
            <translation>{who} hat etwas gesendet, das in einer Assoziation nicht vorgesehen ist.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent a damaged message.</source>
            <comment>below</comment>
            <translation>{who} hat eine beschädigte Nachricht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent a damaged message: {error}.</source>
            <comment>below</comment>
            <translation>{who} hat eine beschädigte Nachricht gesendet: {error}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent no dataset where one was announced.</source>
            <comment>below</comment>
            <translation>{who} hat keinen Datensatz gesendet, obwohl einer angekündigt war.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{name} gives two positions in the patient, up to {most_mm} mm apart: that of its sform is used, not that of its qform.</source>
            <comment>below</comment>
            <translation>{name} gibt zwei Lagen im Patienten an, die bis zu {most_mm} mm auseinanderliegen: Verwendet wird die der sform, nicht die der qform.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} has {ndim} dimensions {shape}, not one volume. Export one mask per file.</source>
            <comment>below</comment>
            <translation>{path} hat {ndim} Dimensionen {shape} und ist nicht ein einzelnes Volumen. Eine Maske je Datei exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} has {labels} labels, so it is an image. Choose a mask.</source>
            <comment>below</comment>
            <translation>{path} ist ein Bild, da die Anzahl der Labels {labels} beträgt. Eine Maske wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} contains values that are not labels (0 outside, whole numbers inside). Choose a mask.</source>
            <comment>below</comment>
            <translation>{path} enthält Werte, die keine Labels sind (0 außerhalb, ganze Zahlen innerhalb). Eine Maske wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{name}: the value {value} was left out: a label is above 0.</source>
            <comment>below</comment>
            <translation>{name}: Der Wert {value} wurde ausgelassen: Ein Label ist größer als 0.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} is not a NIfTI file. Choose another file.</source>
            <comment>below</comment>
            <translation>{path} ist keine NIfTI-Datei. Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} does not say where its voxels are in the patient (sform and qform are 0). Export the mask with its position.</source>
            <comment>below</comment>
            <translation>{path} sagt nicht, wo die Voxel im Patienten liegen (sform und qform sind 0). Die Maske mit ihrer Lage exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} contains {dtype}, not one number for each voxel. Choose a mask.</source>
            <comment>below</comment>
            <translation>{path} enthält {dtype}, nicht eine einzelne Zahl für jedes Voxel. Eine Maske wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} cannot be read as NIfTI ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path} kann nicht als NIfTI gelesen werden ({error}). Erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path}: {error}. Export the mask again.</source>
            <comment>below</comment>
            <translation>{path}: {error}. Die Maske erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label}: its pixels need more than {max_image_bytes} GB.</source>
            <comment>below</comment>
            <translation>{label}: Die Pixel brauchen mehr als {max_image_bytes} GB.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label}: the file {path} {what}. Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: Problem mit der Datei {path} (die Datei: {what}). Den Ordner erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label} is not an image.</source>
            <comment>below</comment>
            <translation>{label} ist kein Bild.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/quality_objects.py" />
            <source>{label} has no files that a DICOM report could reference. Write the report as PDF or JSON.</source>
            <comment>below</comment>
            <translation>{label} hat keine Dateien, auf die ein DICOM-Bericht verweisen könnte. Den Bericht als PDF oder JSON schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/quality_objects.py" />
            <source>{label}: its header cannot be used ({error}). Write the report as PDF or JSON.</source>
            <comment>below</comment>
            <translation>{label}: Der Header ist nicht verwendbar ({error}). Den Bericht als PDF oder JSON schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>VOI "{name}" was not written: the values of {label} have no unit that DICOM knows ({unit}). Export the measurements as CSV.</source>
            <comment>below</comment>
            <translation>Die VOI „{name}“ wurde nicht geschrieben: Die Werte von {label} haben keine Einheit, die DICOM kennt ({unit}). Die Messungen als CSV exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>VOI "{name}" was not written: it contains no voxel of {label}.</source>
            <comment>below</comment>
            <translation>Die VOI „{name}“ wurde nicht geschrieben: Sie enthält kein Voxel von {label}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>There is no measurement to write. Place a VOI first.</source>
            <comment>below</comment>
            <translation>Es gibt keine Messung zu schreiben. Zuerst eine VOI setzen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>The images belong to several studies. Write a separate report for each study.</source>
            <comment>below</comment>
            <translation>Die Bilder gehören zu mehreren Untersuchungen. Für jede Untersuchung einen eigenen Bericht schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} is not a Comprehensive 3D SR but {name}. Choose a report of measurements.</source>
            <comment>below</comment>
            <translation>{path} ist kein Comprehensive 3D SR, sondern {name}. Einen Bericht mit Messungen wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} is not a measurement report (TID 1500). Choose one that is.</source>
            <comment>below</comment>
            <translation>{path} ist kein Messbericht (TID 1500). Einen solchen wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} cannot be read as a measurement report ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path} kann nicht als Messbericht gelesen werden ({error}). Erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{name}: {name2} was left out: {reason}.</source>
            <comment>below</comment>
            <translation>{name}: {name2} wurde ausgelassen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{name}: {name2} was left out: it is damaged ({error}).</source>
            <comment>below</comment>
            <translation>{name}: {name2} wurde ausgelassen: beschädigt ({error}).</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: the half-life of the nuclide is not given.</source>
            <comment>below</comment>
            <translation>{description}: Die Halbwertszeit des Nuklids ist nicht angegeben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: an activity below 0 Bq/mL cannot be written.</source>
            <comment>below</comment>
            <translation>{description}: Eine Aktivität unter 0 Bq/mL kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: a CT is written from whole HU (int16).</source>
            <comment>below</comment>
            <translation>{description}: Ein CT wird aus ganzzahligen HU (int16) geschrieben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: this kind of series is written in {unit}, but the image is in {unit2}. Convert it first.</source>
            <comment>below</comment>
            <translation>{description}: Diese Art von Serie wird in {unit} geschrieben, das Bild liegt aber in {unit2} vor. Zuerst umrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: only axial slices are written, and these are not. Resample the image to axial slices first.</source>
            <comment>below</comment>
            <translation>{description}: Nur axiale Schichten werden geschrieben, und diese sind nicht axial. Das Bild zuerst auf axiale Schichten umrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} was drawn in another frame of reference than that of {label}. Choose the image it was drawn on.</source>
            <comment>below</comment>
            <translation>{path} wurde in einem anderen Bezugssystem gezeichnet als dem von {label}. Das Bild wählen, auf dem gezeichnet wurde.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{label}: its slices are tilted, and a segmentation needs a right-angled grid. Write the VOIs as RT Structure Set.</source>
            <comment>below</comment>
            <translation>{label}: Die Schichten sind gekippt, eine Segmentation braucht aber ein rechtwinkliges Raster. Die VOI als RT Structure Set schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} cannot be read as a Segmentation ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path} kann nicht als Segmentation gelesen werden ({error}). Erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>The segment is fractional: voxels with at least {occupied} were taken.</source>
            <comment>below</comment>
            <translation>Das Segment ist fraktional (FRACTIONAL): Voxel mit mindestens {occupied} wurden übernommen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} is not a Segmentation but {name}. Choose another file.</source>
            <comment>below</comment>
            <translation>{path} ist keine Segmentation, sondern {name}. Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/series.py" />
            <source>All slices have the date {evening}, but those acquired from {moments} on follow those from {evening2} on; they are taken as acquired after midnight.</source>
            <comment>below</comment>
            <translation>Alle Schichten haben das Datum {evening}, die ab {moments} aufgenommenen folgen aber auf die ab {evening2} aufgenommenen; sie gelten als nach Mitternacht aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/series.py" />
            <source>{label}: {problem}. It cannot be shown as an image.</source>
            <comment>below</comment>
            <translation>{label}: {problem}. Dies kann nicht als Bild angezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../station/dicom/survey.py" />
            <source>It is a NIfTI, which does not say of which study.</source>
            <comment>below</comment>
            <translation>Es ist eine NIfTI-Datei; sie sagt nicht, zu welcher Untersuchung sie gehört.</translation>
        </message>
        <message>
            <location filename="../../station/installed.py" />
            <source>Station was upgraded or removed while it ran, and cannot go on. What was stored is kept. Close it, and start it again.</source>
            <comment>below</comment>
            <translation>Station wurde während der Ausführung aktualisiert oder entfernt und kann nicht weiterarbeiten. Was gespeichert wurde, bleibt erhalten. Station schließen und neu starten.</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>Reinstall the program, or put the right file there.</source>
            <comment>below</comment>
            <translation>Das Programm neu installieren oder die richtige Datei dort ablegen.</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>There is no {kind} "{model}". Choose {ids}.</source>
            <comment>below</comment>
            <translation>„{model}“ gibt es nicht (gesuchte Art: {kind}). Wählen: {ids}.</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>{evaluation} is for other weights or settings, so its figures do not belong here. Run `station evaluate {kind}` again.</source>
            <comment>below</comment>
            <translation>{evaluation} gilt für andere Gewichte oder Einstellungen; die Zahlen darin gehören daher nicht hierher. `station evaluate {kind}` erneut ausführen.</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>The weights of {id} are larger than {largest_mb} MB. Train a smaller network.</source>
            <comment>below</comment>
            <translation>Die Gewichte von {id} sind größer als {largest_mb} MB. Ein kleineres Netz trainieren.</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>{evaluation} is not the result of `station evaluate {kind}` ({error}). Choose its evaluation.json.</source>
            <comment>below</comment>
            <translation>{evaluation} ist nicht das Ergebnis von `station evaluate {kind}` ({error}). Die zugehörige evaluation.json wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} is damaged: it lacks copies. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path} ist beschädigt: Es fehlen Kopien. Die Kopien erneut schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>There is no denoised PET series in {results}. Let the denoiser work on all copies in {folder}, and give the folder of what it made.</source>
            <comment>below</comment>
            <translation>In {results} ist keine entrauschte PET-Serie. Den Entrauscher auf alle Kopien in {folder} anwenden und den Ordner mit den Ergebnissen angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{results} holds no denoised image of {copy}: no series names it as its source or has "{number}" in its description. Denoise that copy too.</source>
            <comment>below</comment>
            <translation>{results} enthält kein entrauschtes Bild von {copy}: Keine Serie nennt diese Kopie als Quelle oder hat „{number}“ in der Beschreibung. Auch diese Kopie entrauschen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{results} holds several images of {copy}: {names}. Leave one of them there.</source>
            <comment>below</comment>
            <translation>{results} enthält mehrere Bilder von {copy}: {names}. Nur eines davon dort belassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{label} has other slices than the image that {folder} was made of. Give the folder of the original study.</source>
            <comment>below</comment>
            <translation>{label} hat andere Schichten als das Bild, aus dem {folder} entstanden ist. Den Ordner der ursprünglichen Untersuchung angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} was written by another version of Station. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path} wurde von einer anderen Version von Station geschrieben. Die Kopien erneut schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} cannot be read ({strerror}). Give the folder that `station audit --write` made.</source>
            <comment>below</comment>
            <translation>{path} kann nicht gelesen werden ({strerror}). Den Ordner angeben, den `station audit --write` angelegt hat.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} is damaged or not what `station audit --write` made. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path} ist beschädigt oder nicht das, was `station audit --write` erzeugt hat. Die Kopien erneut schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{label} is the same as the image it was made of: nothing was denoised.</source>
            <comment>below</comment>
            <translation>{label} ist gleich dem Bild, aus dem es entstanden ist: Nichts wurde entrauscht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>Nothing was put in: this series was denoised before. A pair does not tell what was lost, since nobody knows what is in the patient. `station audit … --write FOLDER` writes copies with known lesions for its denoiser; `--denoised FOLDER` takes the results back.</source>
            <comment>below</comment>
            <translation>Nichts wurde eingesetzt: Diese Serie wurde vorher entrauscht. Ein Bildpaar sagt nicht, was verloren ging, denn niemand weiß, was im Patienten ist. `station audit … --write FOLDER` schreibt Kopien mit bekannten Läsionen für den Entrauscher dieser Serie; `--denoised FOLDER` nimmt die Ergebnisse wieder auf.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} does not say that it was made of {label2}. If it was made of another series, the two differ for that reason too.</source>
            <comment>below</comment>
            <translation>{label} sagt nicht, dass {label2} die Quelle ist. Falls eine andere Serie die Quelle ist, unterscheiden sich beide auch aus diesem Grund.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} is on another grid than {label2}. Denoise without resampling, so that every voxel stays in its place.</source>
            <comment>below</comment>
            <translation>{label} liegt auf einem anderen Raster als {label2}. Ohne Umrechnen auf ein anderes Raster entrauschen, damit jedes Voxel an seinem Ort bleibt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} has another frame of reference than {label2}, so a place in one is not a place in the other.</source>
            <comment>below</comment>
            <translation>{label} hat ein anderes Bezugssystem als {label2}; ein Ort im einen ist daher nicht ein Ort im anderen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>Several series can be audited. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>Mehrere Serien können geprüft werden. Eine wählen: --series {names}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>{label} has voxels of {size} mm, and our networks work on 2 mm. Allow resampling (--resample): the audit then holds for the resampled way.</source>
            <comment>below</comment>
            <translation>{label} hat Voxel von {size} mm, unsere Netze arbeiten aber auf 2 mm. Das Umrechnen erlauben (--resample): Die Prüfung gilt dann für den Weg mit Umrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>There is no series {uid} in the study of the image. Name one of it.</source>
            <comment>below</comment>
            <translation>In der Untersuchung des Bildes gibt es keine Serie {uid}. Eine Serie daraus nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>{label} does not say that it is a DL image. Name the denoised series, ours, or the id of a network.</source>
            <comment>below</comment>
            <translation>{label} sagt nicht, dass es ein DL-Bild ist. Die entrauschte Serie, unser Netz (ours) oder die ID eines Netzes angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The noise of what was put in grows with its uptake as a rule says that was measured on simulated OSEM images; another reconstruction may make another noise.</source>
            <comment>below</comment>
            <translation>Das Rauschen des Eingesetzten wächst mit dessen Aufnahme nach einer Regel, die an simulierten OSEM-Bildern gemessen wurde; eine andere Rekonstruktion kann ein anderes Rauschen ergeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>What was put in are even spheres in calm places. Lesions of other shapes, at edges or between hot organs are harder for either arm, and this page says nothing of them.</source>
            <comment>below</comment>
            <translation>Eingesetzt sind gleichmäßige Kugeln an ruhigen Stellen. Läsionen anderer Form, an Rändern oder zwischen heißen Organen sind für beide Arme schwieriger; darüber sagt diese Seite nichts.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {{fwhm:g}} mm was given, not measured.</source>
            <comment>below</comment>
            <translation>Die Auflösung von {{fwhm:g}} mm wurde angegeben, nicht gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {{fwhm:g}} mm was measured at the edge of the bladder; the true one may be a fifth off, and breathing blurs liver and lung further.</source>
            <comment>below</comment>
            <translation>Die Auflösung von {{fwhm:g}} mm wurde am Rand der Harnblase gemessen; die wahre kann um ein Fünftel abweichen, und die Atmung macht Leber und Lunge zusätzlich unscharf.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>It holds for this image: this scanner, this dose and duration, this patient. The intervals are those of more places in the same image, not of other patients.</source>
            <comment>below</comment>
            <translation>Dies gilt für dieses Bild: diesen Scanner, diese Dosis und Dauer, diesen Patienten. Die Intervalle sind die für weitere Stellen im selben Bild, nicht für andere Patienten.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{n} inserts of a kind cannot be placed. Give {low} to {high}.</source>
            <comment>below</comment>
            <translation>{n} Einsätze je Art können nicht gesetzt werden. {low} bis {high} angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <location filename="../../station/reading/planning.py" />
            <source>{seed} is no seed. Choose 0 or a larger whole number.</source>
            <comment>below</comment>
            <translation>{seed} ist kein Startwert (Seed). 0 oder eine größere ganze Zahl wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{kinds} kinds of inserts are too many for one audit. Choose fewer sizes, contrasts or sites: at most {most_kinds} together.</source>
            <comment>below</comment>
            <translation>Zu viele Arten von Einsätzen für eine Prüfung ({kinds}). Weniger Größen, Kontraste oder Orte wählen: zusammen höchstens {most_kinds}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{label} is tilted against the patient's axes, and organs are looked for along them. Audit a series with upright slices.</source>
            <comment>below</comment>
            <translation>{label} ist gegen die Achsen des Patienten gekippt, und Organe werden entlang dieser Achsen gesucht. Eine Serie mit nicht gekippten Schichten prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {label} cannot be measured: it is taken from the edge of a filled bladder, and none is in view. Give it: --fwhm-mm, as the scanner's data sheet or a phantom has it for unfiltered images.</source>
            <comment>below</comment>
            <translation>Die Auflösung von {label} kann nicht gemessen werden: Sie wird dem Rand einer gefüllten Harnblase entnommen, und keine ist im Bild. Die Auflösung angeben: --fwhm-mm, laut Datenblatt des Scanners oder Phantommessung für ungefilterte Bilder.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>"{site}" is not a site for inserts. Use {site_words}.</source>
            <comment>below</comment>
            <translation>„{site}“ ist kein Ort für Einsätze. Möglich: {site_words}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>Give at least one {what} of inserts.</source>
            <comment>below</comment>
            <translation>Mindestens eine Angabe zu den Einsätzen machen für: {what}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>A {what} of inserts is given twice. Give each once.</source>
            <comment>below</comment>
            <translation>Eine Angabe zu den Einsätzen ist doppelt ({what}). Jede nur einmal angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/sites.py" />
            <source>No {site_words} was found in this image in which inserts could be placed. Leave {site} out of the sites.</source>
            <comment>below</comment>
            <translation>In diesem Bild wurde nichts gefunden, worin Einsätze gesetzt werden könnten, für: {site_words}. {site} aus den Orten weglassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>Seen: a local maximum inside the insert, four standard deviations and a quarter above its surroundings in the same image. Shares and means with 95 % intervals over places. Where two values are given they are those of the conventional and of the denoised image.</source>
            <comment>below</comment>
            <translation>Gesehen: ein lokales Maximum innerhalb des Einsatzes, das mindestens um vier Standardabweichungen und um ein Viertel über seiner Umgebung im selben Bild liegt. Anteile und Mittelwerte mit 95-%-Intervallen über die Stellen. Wo zwei Werte angegeben sind, gehören sie zum konventionellen und zum entrauschten Bild.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{capitalize}, contrast {contrast}, seen in at least {value} %: {words}; {words2}.</source>
            <comment>below</comment>
            <translation>{capitalize}, Kontrast {contrast}, gesehen zu mindestens {value} %: {words}; {words2}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{n} spheres of every size and contrast in {sites}, in {images} copies of the unfiltered image (seed {seed}), blurred by {fwhm_mm} mm; conventional: Gaussian of {filter_fwhm_mm} mm.</source>
            <comment>below</comment>
            <translation>{n} Kugeln jeder Größe und jedes Kontrasts in {sites}, in {images} Kopien des ungefilterten Bildes (Startwert {seed}), mit {fwhm_mm} mm unscharf gemacht; konventionell: Gauß-Filter mit {filter_fwhm_mm} mm.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>No size and contrast was shown to be kept better by either image.</source>
            <comment>below</comment>
            <translation>Für keine Größe und keinen Kontrast wurde gezeigt, dass eines der Bilder sie besser erhält.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>In {litres} L without inserts {alone} {value} in the denoised image alone and {alone2} in the conventional one alone.</source>
            <comment>below</comment>
            <translation>In {litres} L ohne Einsätze, nur im entrauschten Bild: {alone}; nur im konventionellen: {alone2}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{left_out} had too little of the organ around {value} and could not be judged.</source>
            <comment>below</comment>
            <translation>Zu wenig vom Organ um sich hatten und konnten nicht beurteilt werden: {left_out}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>The denoised image loses what the filter keeps: {fewer}.</source>
            <comment>below</comment>
            <translation>Das entrauschte Bild verliert, was der Filter erhält: {fewer}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>It shows what the filter hides: {more}.</source>
            <comment>below</comment>
            <translation>Das entrauschte Bild zeigt, was der Filter verbirgt: {more}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>Where nothing was put in, the denoised image shows something at {counts} of {total} places, the conventional one at {counts2}.</source>
            <comment>below</comment>
            <translation>Wo nichts eingesetzt wurde, zeigt das entrauschte Bild an {counts} von {total} Stellen etwas, das konventionelle an {counts2}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Not counted, because in stomach or bowel, which take up FDG in health: {listed}. Look at them; a lesion there counts when it is saved as one in the window.</source>
            <comment>below</comment>
            <translation>Nicht gezählt, weil in Magen oder Darm, die auch beim Gesunden FDG aufnehmen: {listed}. Diese ansehen; eine Läsion dort zählt, wenn sie im Fenster als Läsion gespeichert wird.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Current: {prior}, of {dates}, because it is later than {current}, of {dates2}, which is the prior one.</source>
            <comment>below</comment>
            <translation>Aktuell: {prior}, vom {dates}, weil dieses Datum später ist als das von {current}, vom {dates2}, das als Voruntersuchung gilt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Proposals computed by rule, for a person to judge. Not a diagnosis.</source>
            <comment>below</comment>
            <translation>Nach Regeln berechnete Vorschläge, die ein Mensch zu beurteilen hat. Keine Diagnose.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>A study has no PatientID, so it is not known whether both are of one patient. Nothing is compared. Correct the header, and open both again.</source>
            <comment>below</comment>
            <translation>Eine Untersuchung hat keine PatientID; daher ist nicht bekannt, ob beide von einem Patienten sind. Nichts wird verglichen. Den Header berichtigen und beide erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The two studies have different PatientIDs: they are not known to be of one patient. Nothing is compared. Give two studies of the same patient, or correct the ID.</source>
            <comment>below</comment>
            <translation>Die beiden Untersuchungen haben verschiedene PatientID: Es ist nicht bekannt, dass sie von einem Patienten sind. Nichts wird verglichen. Zwei Untersuchungen desselben Patienten angeben oder die ID berichtigen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} holds PETs of {studies} studies. Give the folder of one study, or name the PET with --series.</source>
            <comment>below</comment>
            <translation>{path} enthält PET-Bilder aus mehreren Untersuchungen (Anzahl: {studies}). Den Ordner einer einzigen Untersuchung angeben oder das PET mit --series nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} holds several PETs: {names}. Name one with --series.</source>
            <comment>below</comment>
            <translation>{path} enthält mehrere PET-Bilder: {names}. Eines mit --series nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The liver was not looked for: the organ finder is missing.</source>
            <comment>below</comment>
            <translation>Die Leber wurde nicht gesucht: Das Netz, das Organe findet, fehlt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The patient seems to be the wrong way round, so no organ can be trusted.</source>
            <comment>below</comment>
            <translation>Der Patient scheint verkehrt herum zu liegen; daher ist keinem Organ zu trauen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>No liver was found. If it is in view, place its sphere by hand.</source>
            <comment>below</comment>
            <translation>Es wurde keine Leber gefunden. Ist sie im Bild, ihre Kugel von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The blood pool was not looked for: the organ finder is missing.</source>
            <comment>below</comment>
            <translation>Der Blutpool wurde nicht gesucht: Das Netz, das Organe findet, fehlt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{no_ct} The aorta is found on the CT. Place its sphere by hand.</source>
            <comment>below</comment>
            <translation>{no_ct} Die Aorta wird auf dem CT gefunden. Ihre Kugel von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>No descending aorta was found. Place the blood pool's sphere by hand.</source>
            <comment>below</comment>
            <translation>Es wurde keine Aorta descendens gefunden. Die Kugel des Blutpools von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{label} has no SUV, so the {what} gives no reference.</source>
            <comment>below</comment>
            <translation>{label} hat kein SUV und liefert daher keine Referenz ({what}).</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The {what}'s sphere is not entirely in the image. Place it elsewhere.</source>
            <comment>below</comment>
            <translation>Die Kugel liegt nicht vollständig im Bild ({what}). An anderer Stelle setzen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{label} has no SUV, so there is no SUL.</source>
            <comment>below</comment>
            <translation>{label} hat kein SUV; daher gibt es kein SUL.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The tracer is not FDG.</source>
            <comment>below</comment>
            <translation>Der Tracer ist nicht FDG.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Lesions cannot be sought in the {name} image without a threshold. {why} Place lesions in the window, or give masks of them (--lesions FILE).</source>
            <comment>below</comment>
            <translation>Ohne Schwelle können im Bild „{name}“ keine Läsionen gesucht werden. {why} Läsionen im Fenster setzen oder Masken davon angeben (--lesions FILE).</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} does not exist.</source>
            <comment>below</comment>
            <translation>{path} existiert nicht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} has no mask within the {name} image.</source>
            <comment>below</comment>
            <translation>{path} hat keine Maske innerhalb des Bildes „{name}“.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} is there already. Give another folder.</source>
            <comment>below</comment>
            <translation>{path} ist schon vorhanden. Einen anderen Ordner angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{reader} has saved no VOI of these studies.</source>
            <comment>below</comment>
            <translation>{reader} hat keine VOI dieser Untersuchungen gespeichert.</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{count_of} saved VOIs of these studies. Name one with --reader.</source>
            <comment>below</comment>
            <translation>Mehrere haben VOI dieser Untersuchungen gespeichert ({count_of}). Einen davon mit --reader nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoise.py" />
            <source>Several series can be {done}. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>Mehrere Serien können {done} werden. Eine wählen: --series {names}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>No denoiser is installed: there are no weights in resources/models/denoiser. Train one with `station train denoiser`.</source>
            <comment>below</comment>
            <translation>Kein Entrauscher ist installiert: In resources/models/denoiser sind keine Gewichte. Einen trainieren mit `station train denoiser`.</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>{kind}; its card has no result on scans of another generator than its own.</source>
            <comment>below</comment>
            <translation>{kind}; die Karte enthält kein Ergebnis an Aufnahmen eines anderen Generators als des eigenen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>There is not enough memory to denoise {label}. Close other programs, or use a computer with more.</source>
            <comment>below</comment>
            <translation>Der Arbeitsspeicher reicht nicht, um {label} zu entrauschen. Andere Programme schließen oder einen Computer mit mehr Arbeitsspeicher verwenden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/doubt.py" />
            <source>There is not enough memory to see where the network is unsure. Close other studies and programs and try again.</source>
            <comment>below</comment>
            <translation>Der Arbeitsspeicher reicht nicht, um zu sehen, wo das Netz unsicher ist. Andere Untersuchungen und Programme schließen und erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>The study has no CT.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat kein CT.</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>So were {more} more.</source>
            <comment>below</comment>
            <translation>Ebenso {more} weitere.</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <location filename="../../station/quality/checks.py" />
            <source>{label} is not a PET image. Choose a PET series.</source>
            <comment>below</comment>
            <translation>{label} ist kein PET-Bild. Eine PET-Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>The study's CT has another frame of reference than the PET, so a place in one is not a place in the other.</source>
            <comment>below</comment>
            <translation>Das CT der Untersuchung hat ein anderes Bezugssystem als das PET; ein Ort im einen ist daher nicht ein Ort im anderen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>There is no series {absent} in the given paths.</source>
            <comment>below</comment>
            <translation>In den angegebenen Pfaden gibt es keine Serie {absent}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/kernels.py" />
            <source>Compiled kernels cannot be kept in {kernels_variable} ({strerror}), so that each start compiles them again. Free some space or make it writable, or name another folder in {kernels_variable2}.</source>
            <comment>below</comment>
            <translation>Kompilierte Kernel können in {kernels_variable} nicht abgelegt werden ({strerror}); jeder Start kompiliert sie daher erneut. Speicherplatz freigeben, den Ordner beschreibbar machen oder in {kernels_variable2} einen anderen Ordner nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>The study still arrives at {name}: it lists {count_of} than when fetching began. Fetch it again.</source>
            <comment>below</comment>
            <translation>Die Untersuchung trifft bei {name} noch ein: Gegenüber dem Beginn des Abrufs sind zusätzlich aufgeführt: {count_of}. Erneut abrufen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} lists no instances of {what} with the UID {listed}. Search for the study again.</source>
            <comment>below</comment>
            <translation>{name} führt keine Instanzen auf (gesucht: {what}) mit der UID {listed}. Die Untersuchung erneut suchen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>It came to the server while the study was fetched. Fetch the study again.</source>
            <comment>below</comment>
            <translation>Diese Instanz kam auf den Server, während die Untersuchung abgerufen wurde. Die Untersuchung erneut abrufen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>What came is of another patient than the study of the list that has its UID, and is not in the list. If the patient's ID was corrected, open {folder}. Else report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>Was angekommen ist, gehört zu einem anderen Patienten als die Untersuchung der Liste mit dieser UID und steht nicht in der Liste. Wurde die ID des Patienten berichtigt, {folder} öffnen. Andernfalls dem Administrator des Absenders melden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} no longer lists it, and its file is gone.</source>
            <comment>below</comment>
            <translation>{name} führt diese Instanz nicht mehr auf, und ihre Datei ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{path} has changed since it was received, and cannot be moved to {apart}: {value}. Move it away, then fetch the study again.</source>
            <comment>below</comment>
            <translation>{path} hat sich seit dem Empfang geändert und kann nicht nach {apart} verschoben werden: {value}. Die Datei von dort entfernen, dann die Untersuchung erneut abrufen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{folder} cannot be made: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{folder} kann nicht angelegt werden: {value}. Einen anderen Ordner wählen oder Speicherplatz freigeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} did not send it.</source>
            <comment>below</comment>
            <translation>{name} hat diese Instanz nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/find.py" />
            <source>{name} lists no instances of this series.</source>
            <comment>below</comment>
            <translation>{name} führt keine Instanzen dieser Serie auf.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ledger.py" />
            <source>Transfer {transfer} was received from {server}: only {server2} can send it again.</source>
            <comment>below</comment>
            <translation>Die Übertragung {transfer} wurde von {server} empfangen: Nur {server2} kann sie erneut senden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/listen.py" />
            <source>Station ended while the study came. {count} that came before are kept in {half}; have the study sent again.</source>
            <comment>below</comment>
            <translation>Station wurde beendet, während die Untersuchung eintraf. Zuvor eingetroffen und in {half} aufbewahrt: {count}. Die Untersuchung erneut senden lassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} reported success for {count_of} that it does not list.</source>
            <comment>below</comment>
            <translation>{name} hat Erfolg gemeldet, führt aber nicht auf: {count_of}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>Instances are sent by store or web, not by {value}.</source>
            <comment>below</comment>
            <translation>Instanzen werden mit store oder web gesendet, nicht mit {value}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no AE title: it is reached by DICOMweb only. Send with web.</source>
            <comment>below</comment>
            <translation>{name} hat keinen AE-Titel und ist nur über DICOMweb erreichbar. Mit web senden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no DICOMweb address. Send with store, or add it.</source>
            <comment>below</comment>
            <translation>{name} hat keine DICOMweb-Adresse. Mit store senden oder die Adresse hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no AE title, and storage commitment is a service of DIMSE. Send without it, or add the AE title.</source>
            <comment>below</comment>
            <translation>{name} hat keinen AE-Titel, und Storage Commitment ist ein Dienst von DIMSE. Ohne Storage Commitment senden oder den AE-Titel hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} cannot be asked whether it has them: {error} Storage commitment would say it.</source>
            <comment>below</comment>
            <translation>{name} kann nicht gefragt werden, ob die Instanzen dort sind: {error} Storage Commitment würde es angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>Its file is gone or damaged. Make it again, and send it.</source>
            <comment>below</comment>
            <translation>Die Datei ist nicht mehr da oder beschädigt. Neu erzeugen und senden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} reported success, but does not list it. Ask its administrator what becomes of what it takes, then send it again.</source>
            <comment>below</comment>
            <translation>{name} hat Erfolg gemeldet, führt die Instanz aber nicht auf. Den Administrator des Servers fragen, was mit angenommenen Instanzen geschieht, dann erneut senden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>The {what} of {name} and the images cross the network unencrypted: its web address begins with http://. Ask its administrator for one that begins with https://.</source>
            <comment>below</comment>
            <translation>Die Anmeldung bei {name} ({what}) und die Bilder gehen unverschlüsselt über das Netzwerk: Die Web-Adresse beginnt mit http://. Den Administrator des Servers um eine bitten, die mit https:// beginnt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}". There are: {listed}.</source>
            <comment>below</comment>
            <translation>Es gibt keinen Server „{name}“. Vorhanden: {listed}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}": none has been added yet. Add it with `station pacs add`.</source>
            <comment>below</comment>
            <translation>Es gibt keinen Server „{name}“: Noch keiner wurde hinzugefügt. Hinzufügen mit `station pacs add`.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}". Did you mean {names}?</source>
            <comment>below</comment>
            <translation>Es gibt keinen Server „{name}“. War {names} gemeint?</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{name}" cannot be the name of a server. Use 1 to 64 characters without a colon or a comma, not beginning with a dash.</source>
            <comment>below</comment>
            <translation>„{name}“ kann nicht der Name eines Servers sein. 1 bis 64 Zeichen ohne Doppelpunkt und Komma verwenden, nicht mit einem Bindestrich beginnend.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>How is {name} reached? Give the AE title that it is called by, the address of its DICOMweb services, or both.</source>
            <comment>below</comment>
            <translation>Wie ist {name} erreichbar? Den AE-Titel angeben, unter dem der Server gerufen wird, die Adresse der DICOMweb-Dienste oder beides.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>A password or token is for DICOMweb, and {name} has no DICOMweb address. Give its address, or leave the password out.</source>
            <comment>below</comment>
            <translation>Passwort oder Token gehören zu DICOMweb, und {name} hat keine DICOMweb-Adresse. Die Adresse angeben oder das Passwort weglassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>A password needs the name of a user. Give it.</source>
            <comment>below</comment>
            <translation>Zu einem Passwort gehört ein Benutzername. Diesen angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{host}" is not the name or address of a computer. Give it without http:// and without a port, such as 10.0.0.5.</source>
            <comment>below</comment>
            <translation>„{host}“ ist nicht der Name oder die Adresse eines Computers. Ohne http:// und ohne Port angeben, etwa 10.0.0.5.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{port} is not a port. Use a number from 1 to {last_port}.</source>
            <comment>below</comment>
            <translation>{port} ist kein Port. Eine Zahl von 1 bis {last_port} verwenden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{web_url}" is not the address of DICOMweb services. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>„{web_url}“ ist nicht die Adresse von DICOMweb-Diensten. In der Form https://pacs.example/dicom-web angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>An address of DICOMweb services must not hold a password. Leave it out, and enter user and password on their own.</source>
            <comment>below</comment>
            <translation>Eine Adresse von DICOMweb-Diensten darf kein Passwort enthalten. Es weglassen und Benutzer und Passwort für sich eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is a server "{name}" already. Choose another name, or replace it.</source>
            <comment>below</comment>
            <translation>Es gibt schon einen Server „{name}“. Einen anderen Namen wählen oder ihn ersetzen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{path} does not exist. Choose the file (PEM).</source>
            <comment>below</comment>
            <translation>{path} existiert nicht. Die Datei (PEM) wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{name} answers to "{called_aet}" and knows "{calling_aet}".</source>
            <comment>below</comment>
            <translation>{name} antwortet auf „{called_aet}“ und kennt „{calling_aet}“.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{name} knows "{calling_aet}" as a destination.</source>
            <comment>below</comment>
            <translation>{name} kennt „{calling_aet}“ als Ziel.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>{port} is not a port. Use a number from 0 to {last_port}.</source>
            <comment>below</comment>
            <translation>{port} ist kein Port. Eine Zahl von 0 bis {last_port} verwenden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>"{host}" is not an address of this computer. Use 127.0.0.1 for this computer alone, or the address of a network interface.</source>
            <comment>below</comment>
            <translation>„{host}“ ist keine Adresse dieses Computers. 127.0.0.1 für nur diesen Computer verwenden oder die Adresse einer Netzwerkschnittstelle.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>To listen with TLS, Station needs a certificate and its key. Choose both.</source>
            <comment>below</comment>
            <translation>Um Verbindungen mit TLS anzunehmen, braucht Station ein Zertifikat und dessen Schlüssel. Beide wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>"{aet}" cannot be an AE title. Use 1 to {aet_length} letters, digits and signs of ASCII, without a backslash.</source>
            <comment>below</comment>
            <translation>„{aet}“ kann kein AE-Titel sein. 1 bis {aet_length} Buchstaben, Ziffern und Zeichen aus ASCII verwenden, ohne Backslash.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>The settings of the listener in {path} cannot be used. Remove the file, and enter them again.</source>
            <comment>below</comment>
            <translation>Die Einstellungen des Empfangsdienstes in {path} sind nicht verwendbar. Die Datei entfernen und sie erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>{home} cannot be written: {value}. Free some space.</source>
            <comment>below</comment>
            <translation>{home} kann nicht geschrieben werden: {value}. Speicherplatz freigeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} was asked to move it, but it did not arrive at port {port}, where Station or another program listens. The listener has to accept "{called_aet}".</source>
            <comment>below</comment>
            <translation>{name} wurde um das Senden (C-MOVE) gebeten, es kam aber nichts an Port {port} an, an dem Station oder ein anderes Programm empfängt. Der Empfangsdienst muss „{called_aet}“ zulassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>Instances are fetched by get, move or web, not by {value}.</source>
            <comment>below</comment>
            <translation>Instanzen werden mit get, move oder web abgerufen, nicht mit {value}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} has no {lacks}, so nothing can be fetched by {value}.</source>
            <comment>below</comment>
            <translation>{name} fehlt: {lacks}; daher kann nichts mit {value} abgerufen werden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} and {name2} are the same instance but differ. Only the first was sent.</source>
            <comment>below</comment>
            <translation>{name} und {name2} sind dieselbe Instanz, unterscheiden sich aber. Nur die erste wurde gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} is not a DICOM file; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} ist keine DICOM-Datei und wurde nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} is damaged; it was not sent.</source>
            <comment>below</comment>
            <translation>{name} ist beschädigt und wurde nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>The ratio of {stated} was read from the description of study or series.</source>
            <comment>below</comment>
            <translation>Das Verhältnis von {stated} wurde der Beschreibung der Untersuchung oder Serie entnommen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Ratio of spheres to background {ratio}{value}; background {background} {unit}, its variability {variability_percent} % in discs of 37 mm.</source>
            <comment>below</comment>
            <translation>Verhältnis der Kugeln zum Hintergrund {ratio}{value}; Hintergrund {background} {unit}, dessen Variabilität {variability_percent} % in Scheiben von 37 mm.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>The largest sphere is seen as through a Gaussian of {fwhm_mm} mm.</source>
            <comment>below</comment>
            <translation>Die größte Kugel erscheint wie durch einen Gauß-Filter von {fwhm_mm} mm.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Meets {earl}: all spheres are in its bands.</source>
            <comment>below</comment>
            <translation>Erfüllt {earl}: Alle Kugeln liegen in den zugehörigen Bändern.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Does not meet {earl}.</source>
            <comment>below</comment>
            <translation>Erfüllt {earl} nicht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>A Gaussian of {fwhm_mm} mm brings all spheres into the bands: SUV compared between {earl} scanners are measured after it.</source>
            <comment>below</comment>
            <translation>Ein Gauß-Filter von {fwhm_mm} mm bringt alle Kugeln in die Bänder: SUV, die zwischen {earl}-Scannern verglichen werden, werden nach dieser Filterung gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>No Gaussian brings all spheres into the bands; {fwhm_mm} mm comes nearest.</source>
            <comment>below</comment>
            <translation>Kein Gauß-Filter bringt alle Kugeln in die Bänder; {fwhm_mm} mm kommt am nächsten.</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>No Gaussian brings the spheres nearer to the bands.</source>
            <comment>below</comment>
            <translation>Kein Gauß-Filter bringt die Kugeln näher an die Bänder.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>A place for the liver's sphere belongs to one series, and there are {chosen}. Name one with --series.</source>
            <comment>below</comment>
            <translation>Ein Ort für die Leberkugel gehört zu einer einzigen Serie, und es sind {chosen}. Eine mit --series nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>{label} is not in HU.</source>
            <comment>below</comment>
            <translation>{label} ist nicht in HU.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>{label} has no SUV.</source>
            <comment>below</comment>
            <translation>{label} hat kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grade_paths.py" />
            <source>{one_only} is of one series, and there are {chosen}. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>{one_only} gilt für eine einzige Serie, und es sind {chosen}. Eine wählen: --series {names}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grade_paths.py" />
            <source>{file} cannot be written. Name a file in an existing folder.</source>
            <comment>below</comment>
            <translation>{file} kann nicht geschrieben werden. Eine Datei in einem vorhandenen Ordner nennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grader.py" />
            <source>No grader is installed: there are no weights in resources/models/grader. Train one with `station train grader`.</source>
            <comment>below</comment>
            <translation>Kein Benoter ist installiert: In resources/models/grader sind keine Gewichte. Einen trainieren mit `station train grader`.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read.</source>
            <comment>below</comment>
            <translation>Gut: bereit zur Befundung.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>{verdict} Judge the image by eye.</source>
            <comment>below</comment>
            <translation>{verdict} Das Bild nach Augenschein beurteilen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Poor{suspected}: look at {at}; consider scanning again before the patient leaves.</source>
            <comment>below</comment>
            <translation>Schlecht{suspected}: Ansehen: {at}; eine erneute Aufnahme erwägen, bevor der Patient geht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good, but failed: {failed}. Look at that before reading; consider whether a new scan would correct it.</source>
            <comment>below</comment>
            <translation>Gut, aber durchgefallen: {failed}. Dies vor der Befundung ansehen; erwägen, ob eine neue Aufnahme es beheben würde.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read. Look at {look}.</source>
            <comment>below</comment>
            <translation>Gut: bereit zur Befundung. Ansehen: {look}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>No reason was given.</source>
            <comment>below</comment>
            <translation>Es wurde kein Grund angegeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>{verdict} Failed: {failed}. Look at the image before the patient leaves.</source>
            <comment>below</comment>
            <translation>{verdict} Durchgefallen: {failed}. Das Bild ansehen, bevor der Patient geht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read, but {unknown} of {checks} checks were not possible.</source>
            <comment>below</comment>
            <translation>Gut: bereit zur Befundung, aber {unknown} von {checks} Prüfungen waren nicht möglich.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read, but nothing else was checked.</source>
            <comment>below</comment>
            <translation>Gut: bereit zur Befundung, aber nichts anderes wurde geprüft.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>There is no image to show: it could not be read.</source>
            <comment>below</comment>
            <translation>Es gibt kein Bild zum Anzeigen: Es konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>Orange, the darker the more: where the image loses quality against the network's training images.</source>
            <comment>below</comment>
            <translation>Orange, je dunkler, desto mehr: wo das Bild gegenüber den Trainingsbildern des Netzes an Qualität verliert.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>{words} {value} % of the loss is within {evidence_near_mm} mm of the deepest place.</source>
            <comment>below</comment>
            <translation>{words} {value} % des Verlusts liegen innerhalb von {evidence_near_mm} mm um die Stelle mit dem größten Verlust.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>Where quality is lost was not looked for.</source>
            <comment>below</comment>
            <translation>Wo Qualität verloren geht, wurde nicht gesucht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>No place takes anything from the quality.</source>
            <comment>below</comment>
            <translation>Keine Stelle mindert die Qualität.</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>{words} The loss is spread; no single place decides the grade.</source>
            <comment>below</comment>
            <translation>{words} Der Verlust ist verteilt; keine einzelne Stelle entscheidet über die Note.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has a DL image but no conventional one. Open the conventional series.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat ein DL-Bild, aber kein konventionelles. Die konventionelle Serie öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has no DL image. Denoise it and save the DL series, or open one.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat kein DL-Bild. Sie entrauschen und die DL-Serie speichern oder eine DL-Serie öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>Its PET is unfiltered. Make the conventional image with Image ▸ Conventional filter.</source>
            <comment>below</comment>
            <translation>Das PET der Untersuchung ist ungefiltert. Das konventionelle Bild mit Bild ▸ Konventioneller Filter erzeugen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It was remembered by another version of Station. Open it once, then choose it.</source>
            <comment>below</comment>
            <translation>Die Angaben zur Untersuchung hat eine andere Version von Station gespeichert. Die Untersuchung einmal öffnen, dann wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has no PET with attenuation correction.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat kein PET mit Schwächungskorrektur.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label}: {size} of {paths} slices are missing. Open the complete series.</source>
            <comment>below</comment>
            <translation>{label}: {size} von {paths} Schichten fehlen. Die vollständige Serie öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label}: {first} can no longer be read. Open the study again from where its files are now.</source>
            <comment>below</comment>
            <translation>{label}: {first} kann nicht mehr gelesen werden. Die Untersuchung von dort erneut öffnen, wo ihre Dateien jetzt sind.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label} is not a PET image.</source>
            <comment>below</comment>
            <translation>{label} ist kein PET-Bild.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/investigator_copy.py" />
            <source>{name} does not end in {suffix}. Give the copy such a name.</source>
            <comment>below</comment>
            <translation>{name} endet nicht auf {suffix}. Der Kopie einen solchen Namen geben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>The study was not started: the leak check found something by which patients or arms could be distinguished. The copies were deleted.</source>
            <comment>below</comment>
            <translation>Die Studie wurde nicht begonnen: Die Verblindungsprüfung hat etwas gefunden, woran Patienten oder Arme unterscheidbar wären. Die Kopien wurden gelöscht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{path} holds no DICOM study. Give a folder for each case that holds both images.</source>
            <comment>below</comment>
            <translation>{path} enthält keine DICOM-Untersuchung. Für jeden Fall einen Ordner angeben, der beide Bilder enthält.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{path} holds {usable} studies that can be cases: {names}. Give a folder for each case.</source>
            <comment>below</comment>
            <translation>{path} enthält {usable} Untersuchungen, die Fälle sein können: {names}. Für jeden Fall einen Ordner angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>Images of "{study}" are not what they were when the study was made, or this station does not see them: {changed}. Put them back from a backup.</source>
            <comment>below</comment>
            <translation>Bilder von „{study}“ sind nicht mehr so, wie sie beim Anlegen der Studie waren, oder diese Station sieht sie nicht: {changed}. Aus einer Sicherung wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{known} and {path} hold the same study. Give each case once.</source>
            <comment>below</comment>
            <translation>{known} und {path} enthalten dieselbe Untersuchung. Jeden Fall nur einmal angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>The pilot has several criteria. Choose one of: {known}.</source>
            <comment>below</comment>
            <translation>Die Pilotstudie hat mehrere Kriterien. Eines davon wählen: {known}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>The pilot has no criterion "{wanted}". Choose one of: {known}.</source>
            <comment>below</comment>
            <translation>Die Pilotstudie hat kein Kriterium „{wanted}“. Eines davon wählen: {known}.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>{what}: "{text}" is not a list of whole numbers. Write them like 2,3,4.</source>
            <comment>below</comment>
            <translation>{what}: „{text}“ ist keine Liste ganzer Zahlen. In der Form 2,3,4 schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>A criterion is one of a pilot. Give --pilot FILE too.</source>
            <comment>below</comment>
            <translation>Ein Kriterium gehört zu einer Pilotstudie. Auch --pilot FILE angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The study is due on {due}, which is past. Choose a later day.</source>
            <comment>below</comment>
            <translation>Die Studie ist am {due} fällig; dieser Tag ist vergangen. Einen späteren Tag wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A copy holds voxels in SUV, their place and a random code. Both images of a case have one body mask, outside which the air is 0, no value below 0, the same steps and, where both exceed what a window can show, the same maximum; where both are faint they show their mean. From SUV {low} to {high} no value of a copy is off its source by more than {largest_change_suv}.</source>
            <comment>below</comment>
            <translation>Eine Kopie enthält Voxel in SUV, deren Lage und einen zufälligen Code. Beide Bilder eines Falls haben eine gemeinsame Körpermaske, außerhalb derer die Luft 0 ist, keinen Wert unter 0, dieselben Stufen und, wo beide übersteigen, was ein Fenster zeigen kann, dasselbe Maximum; wo beide schwach sind, zeigen sie ihren Mittelwert. Von SUV {low} bis {high} weicht kein Wert einer Kopie um mehr als {largest_change_suv} von dem der Quelle ab.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A reader study needs {fewest_readers} readers or more. Add one.</source>
            <comment>below</comment>
            <translation>Eine Reader-Studie braucht mindestens {fewest_readers} Befunder. Einen hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A rule that learns air, signs, steps and range of the stored values from the other cases tells the arms with an AUC of {auc} (chance: {low_auc} to {high_auc} with {cases}).</source>
            <comment>below</comment>
            <translation>Eine Regel, die Luft, Vorzeichen, Stufen und Bereich der gespeicherten Werte an den anderen Fällen lernt, unterscheidet die Arme mit einer AUC von {auc} (Zufall: {low_auc} bis {high_auc}; Anzahl: {cases}).</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>What is seen inside the body cannot be hidden: by noise, sharpness and maximum the same rule tells them with an AUC of {auc}. Whoever has the copies and a program can sort them; readers look at them in this program only.</source>
            <comment>below</comment>
            <translation>Was im Körperinneren zu sehen ist, lässt sich nicht verbergen: An Rauschen, Schärfe und Maximum unterscheidet dieselbe Regel die Arme mit einer AUC von {auc}. Wer die Kopien und ein Programm hat, kann sie sortieren; Befunder sehen sie nur in diesem Programm an.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The password of {name} contains the name. Choose another.</source>
            <comment>below</comment>
            <translation>Das Passwort von {name} enthält den Namen. Ein anderes wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{other} and {name} have the same password. Give each another.</source>
            <comment>below</comment>
            <translation>{other} und {name} haben dasselbe Passwort. Jedem ein anderes geben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>There is no practice case: readers score the first real one unprepared.</source>
            <comment>below</comment>
            <translation>Es gibt keinen Übungsfall: Befunder bewerten den ersten echten unvorbereitet.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The protocol repeats no image, so no reader's own agreement is known.</source>
            <comment>below</comment>
            <translation>Das Studienprotokoll wiederholt kein Bild; daher ist von keinem Befunder die Übereinstimmung mit sich selbst bekannt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The protocol has no washout: the two images of a case may follow each other.</source>
            <comment>below</comment>
            <translation>Das Studienprotokoll hat keinen Washout: Die beiden Bilder eines Falls können aufeinanderfolgen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>With fewer than {fewest_cases} cases it cannot be measured whether a rule on stored values tells the arms.</source>
            <comment>below</comment>
            <translation>Mit weniger als {fewest_cases} Fällen lässt sich nicht messen, ob eine Regel über gespeicherte Werte die Arme unterscheiden kann.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The pixels of {label} contain {drawn}. Choose a series without it, or leave this case out.</source>
            <comment>below</comment>
            <translation>Die Pixel von {label} enthalten Eingezeichnetes: {drawn}. Eine Serie ohne dieses wählen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The copy {name} does not read back as one image. Prepare the study again.</source>
            <comment>below</comment>
            <translation>Die Kopie {name} lässt sich nicht als ein einziges Bild zurücklesen. Die Studie erneut vorbereiten.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{capitalize}: the copy of an image reads back on another grid than its source. This is an error of Station: report it, and leave this case out.</source>
            <comment>below</comment>
            <translation>{capitalize}: Die Kopie eines Bildes hat beim Zurücklesen ein anderes Raster als ihre Quelle. Dies ist ein Fehler von Station: ihn melden und diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{capitalize}: the copy of an image reads back with SUV {change_suv} of difference, where {most_suv} is the most. This is an error of Station: report it, and leave this case out.</source>
            <comment>below</comment>
            <translation>{capitalize}: Die Kopie eines Bildes weicht beim Zurücklesen um SUV {change_suv} ab, zulässig ist höchstens {most_suv}. Dies ist ein Fehler von Station: ihn melden und diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>Patient {patient_id} is in more than one case. The washout counts between images of a case; readers may know the patient again.</source>
            <comment>below</comment>
            <translation>Der Patient {patient_id} kommt in mehr als einem Fall vor. Das Washout gilt zwischen den Bildern eines Falls; Befunder können den Patienten wiedererkennen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The study is no longer in the archive. Open it again.</source>
            <comment>below</comment>
            <translation>Die Untersuchung ist nicht mehr im Archiv. Sie erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A series is no longer in the archive. Open the study again.</source>
            <comment>below</comment>
            <translation>Eine Serie ist nicht mehr im Archiv. Die Untersuchung erneut öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A voxel has no finite SUV. Choose another series.</source>
            <comment>below</comment>
            <translation>Ein Voxel hat keinen endlichen SUV. Eine andere Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The copies of the images cannot be written below {parent}: {value}. Free some space and prepare the study again.</source>
            <comment>below</comment>
            <translation>Die Kopien der Bilder können nicht unter {parent} geschrieben werden: {value}. Speicherplatz freigeben und die Studie erneut vorbereiten.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/sign_in.py" />
            <source>{name} coordinates this study and does not read it. Choose Reading ▸ Coordinator.</source>
            <comment>below</comment>
            <translation>{name} koordiniert diese Studie und befundet sie nicht. Befundung ▸ Koordinator wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/sign_in.py" />
            <source>{name} reads in this study; the coordinator's view is not for readers. Choose Reading ▸ Read a study.</source>
            <comment>below</comment>
            <translation>{name} befundet in dieser Studie; die Ansicht des Koordinators ist nicht für Befunder. Befundung ▸ Studie befunden wählen.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>Registered by the {images}: {what} of both dates are {median} mm apart (median; 95 % within {far} mm), turned by {turned}°, over {common} mm of the body.</source>
            <comment>below</comment>
            <translation>Registriert anhand von {images}: Abstand zwischen beiden Untersuchungen ({what}) {median} mm (Median; 95 % innerhalb von {far} mm), Drehung {turned}°, über {common} mm des Körpers.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The registration failed: {why} The bodies' centres are put on each other instead. Adjust it by hand before places are compared.</source>
            <comment>below</comment>
            <translation>Die Registrierung ist fehlgeschlagen: {why} Stattdessen werden die Körpermittelpunkte aufeinandergelegt. Die Ausrichtung von Hand anpassen, bevor Orte verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The two images show no part of the body in common.</source>
            <comment>below</comment>
            <translation>Die beiden Bilder zeigen keinen gemeinsamen Teil des Körpers.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The registration turned the body by {turned}°, which no patient does.</source>
            <comment>below</comment>
            <translation>Die Registrierung hat den Körper um {turned}° gedreht; das tut kein Patient.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>After the registration the bodies' surfaces are still {median} mm apart.</source>
            <comment>below</comment>
            <translation>Nach der Registrierung liegen die Körperoberflächen noch {median} mm auseinander.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The {date} image shows no body that can be registered.</source>
            <comment>below</comment>
            <translation>Das Bild ({date}) zeigt keinen Körper, der sich registrieren lässt.</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The two bodies do not overlap.</source>
            <comment>below</comment>
            <translation>Die beiden Körper überlappen sich nicht.</translation>
        </message>
        <message>
            <location filename="../../station/operations/simulated.py" />
            <source>{wrong} is not a duration of a bed. The scan has {full_scan_s} s a bed: give whole seconds from 1 to that.</source>
            <comment>below</comment>
            <translation>{wrong} ist keine Dauer einer Bettposition. Der Scan hat {full_scan_s} s je Bettposition: ganze Sekunden von 1 bis zu diesem Wert angeben.</translation>
        </message>
        <message>
            <location filename="../../station/operations/simulated.py" />
            <source>{synthetic}: made by a program. No patient was scanned.</source>
            <comment>below</comment>
            <translation>{synthetic}: von einem Programm erzeugt. Es wurde kein Patient gescannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/alignment.py" />
            <source>Both images have one frame of reference: a millimetre in one is a millimetre in the other.</source>
            <comment>below</comment>
            <translation>Beide Bilder haben ein gemeinsames Bezugssystem: Ein Millimeter im einen ist ein Millimeter im anderen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/alike.py" />
            <source>Neither image shows a body: blurred, no part reaches SUV {body_suv}. Check the patient's weight and injected activity, or leave this case out.</source>
            <comment>below</comment>
            <translation>Keines der beiden Bilder zeigt einen Körper: Nach Glättung erreicht kein Teil SUV {body_suv}. Gewicht und injizierte Aktivität des Patienten prüfen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/alike.py" />
            <source>Specks of up to SUV {lost} in the air outside the body are emptied in both images.</source>
            <comment>below</comment>
            <translation>Flecken von bis zu SUV {lost} in der Luft außerhalb des Körpers werden in beiden Bildern geleert.</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>No voxel centre of the image is in the ellipse: nothing was measured.</source>
            <comment>below</comment>
            <translation>In der Ellipse liegt kein Voxelmittelpunkt des Bildes: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>Part of the ellipse is in slices that were never stored: it was left out.</source>
            <comment>below</comment>
            <translation>Ein Teil der Ellipse liegt in Schichten, die nie gespeichert wurden: Er wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>The ellipse extends beyond the image: what is outside was left out.</source>
            <comment>below</comment>
            <translation>Die Ellipse reicht über das Bild hinaus: Was außerhalb liegt, wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>The image is oblique to the plane of the ellipse.</source>
            <comment>below</comment>
            <translation>Das Bild liegt schräg zur Ebene der Ellipse.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A person left it out.</source>
            <comment>below</comment>
            <translation>Eine Person hat dies ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>It is in the {organ}, which FDG reaches in health.</source>
            <comment>below</comment>
            <translation>Liegt in einem Organ, in das FDG auch bei Gesunden gelangt: {organ}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A burden above a threshold needs SUV; this image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>Eine Tumorlast über einer Schwelle braucht SUV; die Einheit dieses Bildes ist {unit}. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A threshold is an SUV above 0, not {level}.</source>
            <comment>below</comment>
            <translation>Eine Schwelle ist ein SUV über 0, nicht {level}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>{kept} separate places are above {level} {unit}. Take a higher threshold.</source>
            <comment>below</comment>
            <translation>{kept} getrennte Orte liegen über {level} {unit}. Eine höhere Schwelle wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>It is thin, along the body, and between kidney and bladder, like a ureter.</source>
            <comment>below</comment>
            <translation>Dünn, längs des Körpers und zwischen Niere und Harnblase gelegen, wie ein Harnleiter.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>DL blurred by {compared_fwhm} mm minus {against}, over the local noise; listed from {changed_z} noise SDs, and where only one image shows a focus. Both values are means of 1 mL in the images as they are shown.</source>
            <comment>below</comment>
            <translation>DL, geglättet mit {compared_fwhm} mm, minus Vergleichsbild ({against}), geteilt durch das lokale Rauschen; aufgeführt ab {changed_z} SD des Rauschens und dort, wo nur ein Bild einen Fokus zeigt. Beide Werte sind Mittelwerte über 1 mL in den Bildern, wie sie gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>At equal resolution the DL image is {side} here than the conventional one by {z} times the local noise.</source>
            <comment>below</comment>
            <translation>Bei gleicher Auflösung weicht das DL-Bild hier um das {z}-Fache des lokalen Rauschens vom konventionellen Bild ab (DL: {side}).</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The conventional image shows a focus ({contrast} times its surroundings); the DL image shows none there.</source>
            <comment>below</comment>
            <translation>Das konventionelle Bild zeigt einen Fokus (das {contrast}-Fache seiner Umgebung); das DL-Bild zeigt dort keinen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The change map needs SUV, and the DL image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>Die Änderungskarte braucht SUV, und die Einheit des DL-Bildes ist {unit}. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The {called} image is in {unit} and the DL image in {unit2}. Show both in one unit to compare them.</source>
            <comment>below</comment>
            <translation>Die Einheiten sind verschieden: Vergleichsbild ({called}) in {unit}, DL-Bild in {unit2}. Zum Vergleichen beide in derselben Einheit zeigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The {called} image and the DL image are on different grids ({reference} and {denoised}), so they cannot be compared voxel by voxel. Choose two images on the same reconstruction grid.</source>
            <comment>below</comment>
            <translation>Das Vergleichsbild ({called}) und das DL-Bild liegen auf verschiedenen Rastern ({reference} und {denoised}) und können deshalb nicht Voxel für Voxel verglichen werden. Zwei Bilder auf demselben Rekonstruktionsraster wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The conventional image has nothing above {body_suv} {unit}: there is no patient to compare. Check which series is shown.</source>
            <comment>below</comment>
            <translation>Das konventionelle Bild enthält nichts über {body_suv} {unit}: Es gibt keinen Patienten zu vergleichen. Prüfen, welche Serie gezeigt wird.</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The DL image shows a focus ({contrast} times its surroundings); the conventional one rises there by only {rise} times its noise.</source>
            <comment>below</comment>
            <translation>Das DL-Bild zeigt einen Fokus (das {contrast}-Fache seiner Umgebung); das konventionelle erhebt sich dort nur um das {rise}-Fache seines Rauschens.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{int} of {size} pixels outside the common field of view, all fainter than SUV {faint_suv}, are emptied in both images.</source>
            <comment>below</comment>
            <translation>{int} von {size} Pixeln außerhalb des gemeinsamen Gesichtsfelds, alle schwächer als SUV {faint_suv}, werden in beiden Bildern geleert.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>Slices at the ends that are empty in one image are cut off both: {high} of {count} are kept.</source>
            <comment>below</comment>
            <translation>Schichten an den Enden, die in einem Bild leer sind, werden von beiden abgeschnitten: {high} von {count} werden behalten.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{image} has no values in {which} of {shape}. Open the complete series, or leave this case out.</source>
            <comment>below</comment>
            <translation>{image}: Werte fehlen ({which} von {shape}). Die vollständige Serie öffnen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{names} ({first}) and {names2} ({other}) are not on one grid: their voxels are more than {grid_tolerance_mm} mm apart. Images are not resampled for a reader study. Reconstruct both alike, or leave this case out.</source>
            <comment>below</comment>
            <translation>{names} ({first}) und {names2} ({other}) liegen nicht auf demselben Raster: Ihre Voxel sind mehr als {grid_tolerance_mm} mm voneinander entfernt. Für eine Reader-Studie werden Bilder nicht umgerechnet. Beide gleich rekonstruieren oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{names} and {names2} have no voxel in common. Leave this case out.</source>
            <comment>below</comment>
            <translation>{names} und {names2} haben kein gemeinsames Voxel. Diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>The images have {sizes} and {sizes2} voxels; both are cropped to the {sizes3} that they share.</source>
            <comment>below</comment>
            <translation>Die Bilder haben {sizes} und {sizes2} Voxel; beide werden auf die gemeinsamen {sizes3} zugeschnitten.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>In every slice one of the two images is empty. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>In jeder Schicht ist eines der beiden Bilder leer. Andere Serien wählen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>Slice {low} is empty in one of the two images only. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>Schicht {low} ist nur in einem der beiden Bilder leer. Andere Serien wählen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>The field of view differs: {int} of {size} pixels are empty through all slices of one image, where the other reaches {lost}. A reader would recognise the images by it. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>Das Gesichtsfeld ist verschieden: {int} von {size} Pixeln sind in allen Schichten des einen Bildes leer, während das andere dort {lost} erreicht. Ein Befunder würde die Bilder daran erkennen. Andere Serien wählen oder diesen Fall auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>AcquisitionTime is missing, so the time to which decay was corrected is unknown.</source>
            <comment>below</comment>
            <translation>AcquisitionTime fehlt; auf welchen Zeitpunkt der Zerfall korrigiert wurde, ist deshalb unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The date of {name} ({moment}) cannot be right for an acquisition on {first}; its clock time {moment2} is used.</source>
            <comment>below</comment>
            <translation>Das Datum einer Zeitangabe ({name}: {moment}) kann für eine Akquisition am {first} nicht stimmen; ihre Uhrzeit {moment2} wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The header does not say to which time decay was corrected; the start of the first acquisition is used.</source>
            <comment>below</comment>
            <translation>Der Header sagt nicht, auf welchen Zeitpunkt der Zerfall korrigiert wurde; der Beginn der ersten Akquisition wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{sentence}, so it is unknown.</source>
            <comment>below</comment>
            <translation>{sentence}; der Zeitpunkt ist deshalb unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>AcquisitionTime {first} is the same in all slices although FrameReferenceTime counts on, which points to a decay reference time {moment}: it is unknown which of them decay was corrected to.</source>
            <comment>below</comment>
            <translation>AcquisitionTime {first} ist in allen Schichten gleich, obwohl FrameReferenceTime weiterzählt, was auf den Zerfallsbezug {moment} hinweist: Auf welchen der beiden Zeitpunkte der Zerfall korrigiert wurde, ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is taken as the decay reference time, but DecayFactor points to {witness}, {percent} apart in SUV.</source>
            <comment>below</comment>
            <translation>Als Zeitpunkt des Zerfallsbezugs wird verwendet: {capital}; DecayFactor weist jedoch auf {witness} hin, Abstand im SUV: {percent}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The decay reference time {moment} rests on {name} alone, {minutes} min before the first acquisition; if decay was corrected to the acquisition, SUV is {early} higher.</source>
            <comment>below</comment>
            <translation>Der Zeitpunkt des Zerfallsbezugs, {moment}, beruht auf einer einzigen Angabe ({name}) und liegt {minutes} min vor der ersten Akquisition; falls der Zerfall auf die Akquisition korrigiert wurde, ist der SUV höher (um: {early}).</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is taken as the decay reference time, but {name} point{value} to {moment}.</source>
            <comment>below</comment>
            <translation>Als Zeitpunkt des Zerfallsbezugs wird verwendet: {capital}; eine andere Angabe ({name}) weist jedoch auf {moment} hin.</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is not used as the decay reference time: two other sources point to {moment}, {percent} apart in SUV.</source>
            <comment>below</comment>
            <translation>Nicht als Zeitpunkt des Zerfallsbezugs verwendet: {capital}. Zwei andere Quellen weisen auf {moment} hin, Abstand im SUV: {percent}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} is not on its grid. Resample it back.</source>
            <comment>below</comment>
            <translation>Das aus {label} erzeugte Bild liegt nicht auf dessen Raster. Es auf dieses Raster zurückrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} is in {unit}, not in {stored_unit}: there is no way back to {unit2}. Convert it first.</source>
            <comment>below</comment>
            <translation>Die Einheit des aus {label} erzeugten Bildes ist {unit}, nicht {stored_unit}: Es gibt keinen Weg zurück zu {unit2}. Es zuerst umrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} contains voxels that are not numbers. It is not used.</source>
            <comment>below</comment>
            <translation>Das aus {label} erzeugte Bild enthält Voxel, die keine Zahlen sind. Es wird nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>The slices are tilted against the direction in which they are stacked, and the filter would blur obliquely. Resample the image to upright slices first.</source>
            <comment>below</comment>
            <translation>Die Schichten sind gegen ihre Stapelrichtung geneigt, und der Filter würde schräg glätten. Das Bild zuerst auf gerade Schichten umrechnen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>{wrong} voxels of the image are not numbers (NaN or infinite), and the filter would spread them. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>{wrong} Voxel des Bildes sind keine Zahlen (NaN oder unendlich), und der Filter würde sie ausbreiten. Die Serie am Scanner erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>A Gaussian of {fwhm_mm} mm is not a valid filter. Give its full width at half maximum from {low} to {high} mm, such as {conventional_fwhm_mm}.</source>
            <comment>below</comment>
            <translation>Ein Gauß-Filter von {fwhm_mm} mm ist ungültig. Seine Halbwertsbreite von {low} bis {high} mm angeben, etwa {conventional_fwhm_mm}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>There is not enough memory to filter an image of {nbytes} MB. Close other images or programs.</source>
            <comment>below</comment>
            <translation>Der Arbeitsspeicher reicht nicht, um ein Bild von {nbytes} MB zu filtern. Andere Bilder oder Programme schließen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/foci.py" />
            <source>Foci are detected by their SUV, and this image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>Foki werden an ihrem SUV erkannt, und die Einheit dieses Bildes ist {unit}. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Moved {away} mm from the registered place to the hottest voxel.</source>
            <comment>below</comment>
            <translation>Um {away} mm vom registrierten Ort auf das Maximum verschoben.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Not found on the {proposed} date, where its place has a maximum of {maximum}: taken for the same lesion, below that date's threshold.</source>
            <comment>below</comment>
            <translation>Nicht gefunden (Untersuchung: {proposed}); das Maximum an ihrem Ort ist dort {maximum}: als dieselbe Läsion betrachtet, unter der Schwelle jener Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Its place is outside the other date's image.</source>
            <comment>below</comment>
            <translation>Der Ort der Läsion liegt außerhalb des Bildes der anderen Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>An outline of another date: moved as a whole, not drawn on this image. Grow it again before its volume is compared.</source>
            <comment>below</comment>
            <translation>Eine Kontur einer anderen Untersuchung: als Ganzes verschoben, nicht auf diesem Bild gezeichnet. Sie neu wachsen lassen, bevor ihr Volumen verglichen wird.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>No peak within {reach_mm} mm of the registered place, so it stays there.</source>
            <comment>below</comment>
            <translation>Kein lokales Maximum innerhalb von {reach_mm} mm um den registrierten Ort; die Kugel bleibt deshalb dort.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The images are not aligned, so it was not sought on the other date.</source>
            <comment>below</comment>
            <translation>Die Bilder sind nicht aufeinander ausgerichtet; in der anderen Untersuchung wurde deshalb nicht danach gesucht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Nothing there reaches its threshold.</source>
            <comment>below</comment>
            <translation>Dort erreicht nichts die Schwelle der Läsion.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Grown again by its own rule.</source>
            <comment>below</comment>
            <translation>Nach der eigenen Regel neu gewachsen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Measured in {suvpeak_volume_ml} mL at its place.</source>
            <comment>below</comment>
            <translation>In {suvpeak_volume_ml} mL am Ort der Läsion gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The mask is empty: there is nothing to carry over.</source>
            <comment>below</comment>
            <translation>Die Maske ist leer: Es gibt nichts zu übertragen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The liver threshold is that of the other date.</source>
            <comment>below</comment>
            <translation>Die Leberschwelle ist die der anderen Untersuchung.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The contour {leak}: it was cut {radius_mm} mm from the maximum, where it is narrowest. Check it, or take a higher threshold.</source>
            <comment>below</comment>
            <translation>Die Kontur wurde {radius_mm} mm vom Maximum abgeschnitten, wo sie am engsten ist; Grund: Sie „{leak}“. Sie prüfen oder eine höhere Schwelle wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>Grown from the hottest voxel, {away} mm from the click.</source>
            <comment>below</comment>
            <translation>Vom Maximum aus gewachsen, {away} mm vom Klick entfernt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>{rule} cannot be drawn in an image in {unit}. Complete the SUV inputs, or take a percentage of the maximum.</source>
            <comment>below</comment>
            <translation>{rule} kann in einem Bild mit der Einheit {unit} nicht gezeichnet werden. Die SUV-Eingaben vervollständigen oder einen Prozentsatz des Maximums wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The PERCIST liver threshold needs a sphere in the liver. Place one, or take another rule.</source>
            <comment>below</comment>
            <translation>Die PERCIST-Leberschwelle braucht eine Kugel in der Leber. Eine setzen oder eine andere Regel wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The liver was measured in {unit} and the image is in {unit2}. Measure the liver in the same image.</source>
            <comment>below</comment>
            <translation>Die Leber wurde in {unit} gemessen, und die Einheit des Bildes ist {unit2}. Die Leber im selben Bild messen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The click is outside the image. Click into the lesion.</source>
            <comment>below</comment>
            <translation>Der Klick liegt außerhalb des Bildes. In die Läsion klicken.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The threshold of {value} is an SUV of another image; this one is in {unit}. Choose the rule again.</source>
            <comment>below</comment>
            <translation>Die Schwelle von {value} ist ein SUV eines anderen Bildes; die Einheit dieses Bildes ist {unit}. Die Regel erneut wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The hottest voxel near the click, {maximum} at {at_mm}, is below {value} {unit}. Take a percentage of the maximum, or click into a hotter place.</source>
            <comment>below</comment>
            <translation>Das Maximum nahe dem Klick, {maximum} bei {at_mm}, liegt unter {value} {unit}. Einen Prozentsatz des Maximums wählen oder an einen Ort mit höherer Aufnahme klicken.</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>Nothing takes up tracer at {click_mm}. Click into the lesion.</source>
            <comment>below</comment>
            <translation>Bei {click_mm} gibt es keine Traceraufnahme. In die Läsion klicken.</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>The date of the injection ({stated}) cannot be right for a scan on {start}, so the clock times alone decide: injected at {moment}, {minutes} min before the scan.</source>
            <comment>below</comment>
            <translation>Das Datum der Injektion ({stated}) kann für einen Scan am {start} nicht stimmen; es entscheiden deshalb allein die Uhrzeiten: injiziert um {moment}, {minutes} min vor dem Scan.</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{sentence}; only the {which} gives a plausible uptake, and is used.</source>
            <comment>below</comment>
            <translation>{sentence}; nur eine der beiden Angaben ({which}) ergibt eine plausible Uptake-Zeit und wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>The header has no date of the scan, so the clock times alone decide: injected at {moment}, scanned at {start}.</source>
            <comment>below</comment>
            <translation>Der Header enthält kein Datum des Scans; es entscheiden deshalb allein die Uhrzeiten: injiziert um {moment}, gescannt um {start}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{lost}, and with a half-life of {half_life_s} h the time {clock} alone does not give the day of the injection.</source>
            <comment>below</comment>
            <translation>{lost}; bei einer Halbwertszeit von {half_life_s} h ergibt die Uhrzeit {clock} allein nicht den Tag der Injektion.</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{sentence}; the first is used.</source>
            <comment>below</comment>
            <translation>{sentence}; die erste Angabe wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/placing.py" />
            <source>The {site_words} in this image has room for {of_kind} at {places} places, too few for {n} of them. Ask for fewer (at most {a_place}), or leave this size out.</source>
            <comment>below</comment>
            <translation>Am Ort „{site_words}“ ist in diesem Bild Platz für Einsätze ({of_kind}) an {places} Stellen, zu wenig für {n} davon. Weniger anfordern (höchstens {a_place}) oder diese Größe auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/placing.py" />
            <source>The {site_words} in this image has room for {of_kind} at {places} places; at least {fewest_places} are needed. Leave this size or this site out.</source>
            <comment>below</comment>
            <translation>Am Ort „{site_words}“ ist in diesem Bild Platz für Einsätze ({of_kind}) an {places} Stellen; mindestens {fewest_places} sind nötig. Diese Größe oder diesen Ort auslassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>A resolution of {fwhm_mm} mm is not that of an unfiltered PET. Give {low} to {high} mm.</source>
            <comment>below</comment>
            <translation>Eine Auflösung von {fwhm_mm} mm ist nicht die eines ungefilterten PET. {low} bis {high} mm angeben.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>An insert of {diameter_mm} mm cannot be made. Give {low} to {high} mm.</source>
            <comment>below</comment>
            <translation>Ein Einsatz von {diameter_mm} mm kann nicht erzeugt werden. {low} bis {high} mm angeben.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>A contrast of {contrast} cannot be put in. Give {low} to {high}, the uptake of a lesion over that of its surroundings.</source>
            <comment>below</comment>
            <translation>Ein Kontrast von {contrast} kann nicht eingesetzt werden. {low} bis {high} angeben: die Aufnahme einer Läsion geteilt durch die ihrer Umgebung.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>An insert of {diameter_mm} mm at {centre_mm} is not wholly inside the image. Place it further in.</source>
            <comment>below</comment>
            <translation>Ein Einsatz von {diameter_mm} mm bei {centre_mm} liegt nicht ganz im Bild. Ihn weiter innen setzen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>There is no uptake at {centre_mm}, so nothing can have a contrast to it. Place the insert inside an organ.</source>
            <comment>below</comment>
            <translation>Bei {centre_mm} gibt es keine Aufnahme, zu der ein Kontrast bestehen könnte. Den Einsatz in ein Organ setzen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/loaded.py" />
            <source>The image holds {share} times the injected activity that is left, which is not plausible. Check injected activity, weight and times.</source>
            <comment>below</comment>
            <translation>Das Bild enthält das {share}-Fache der noch verbliebenen injizierten Aktivität; das ist nicht plausibel. Injizierte Aktivität, Gewicht und Zeiten prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>Different frames of reference: the cursor is linked by coordinates only, which may not be the same place in the patient.</source>
            <comment>below</comment>
            <translation>Verschiedene Bezugssysteme: Das Fadenkreuz ist nur über die Koordinaten gekoppelt; das muss nicht derselbe Ort im Patienten sein.</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>There is no PET image to fuse.</source>
            <comment>below</comment>
            <translation>Es gibt kein PET-Bild für eine Fusion.</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>This study has no CT to show under the PET.</source>
            <comment>below</comment>
            <translation>Diese Untersuchung hat kein CT, das unter dem PET gezeigt werden könnte.</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>{label} and {label2} have different frames of reference, so their relative position is not known. Fusion is off.</source>
            <comment>below</comment>
            <translation>{label} und {label2} haben verschiedene Bezugssysteme; ihre Lage zueinander ist deshalb unbekannt. Die Fusion ist ausgeschaltet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>{label} has no frame of reference: the cursor is linked by coordinates only, which may not be the same place in the patient.</source>
            <comment>below</comment>
            <translation>{label} hat kein Bezugssystem: Das Fadenkreuz ist nur über die Koordinaten gekoppelt; das muss nicht derselbe Ort im Patienten sein.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>{label}: there is no room for the {discs} discs of the background in the warm water around the spheres: the phantom is cut, or it is another one. Choose a scan of the whole NEMA image-quality phantom.</source>
            <comment>below</comment>
            <translation>{label}: Im aktivitätshaltigen Wasser um die Kugeln ist kein Platz für die {discs} Kreisscheiben des Hintergrunds: Das Phantom ist abgeschnitten, oder es ist ein anderes. Einen Scan des ganzen NEMA-Bildqualitätsphantoms wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>A ratio of {ratio} between spheres and background is not possible. Give the activity concentration of the spheres over that of the background, {ratios} to {ratios2}, such as 10.</source>
            <comment>below</comment>
            <translation>Ein Verhältnis von {ratio} zwischen Kugeln und Hintergrund ist nicht möglich. Die Aktivitätskonzentration der Kugeln geteilt durch die des Hintergrunds angeben, {ratios} bis {ratios2}, etwa 10.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The header does not say how much more activity the spheres hold than the background; {seen} was taken from the {diameters_mm} mm sphere of this image, whose recovery is 1 by that. Give the true one with --ratio.</source>
            <comment>below</comment>
            <translation>Der Header sagt nicht, wie viel mehr Aktivität die Kugeln enthalten als der Hintergrund; {seen} wurde aus der Kugel von {diameters_mm} mm dieses Bildes entnommen, deren Recovery damit 1 ist. Das wahre Verhältnis mit --ratio angeben.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The sphere{value} of {faint} mm {value2} not stand out of the noise; the figures are of the noise where it must be. Scan longer.</source>
            <comment>below</comment>
            <translation>Nicht aus dem Rauschen heraus ragen Kugeln mit diesem Durchmesser: {faint} mm; ihre Werte sind dort zwangsläufig die des Rauschens. Länger scannen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The plane of the spheres is tilted by {tilt_deg}° against the slices; the background's discs lie in the tilted plane. Level the phantom for a test by NEMA NU 2.</source>
            <comment>below</comment>
            <translation>Die Ebene der Kugeln ist um {tilt_deg}° gegen die Schichten geneigt; die Kreisscheiben des Hintergrunds liegen in der geneigten Ebene. Für eine Prüfung nach NEMA NU 2 das Phantom waagerecht ausrichten.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The scan ends before the background's planes at {missing} from the spheres; the others alone were measured ({discs} discs of {discs2}).</source>
            <comment>below</comment>
            <translation>Der Scan endet vor diesen Ebenen des Hintergrunds (Abstand von den Kugeln): {missing}; nur die übrigen wurden gemessen ({discs} von {discs2} Kreisscheiben).</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The ratio of {ratio} does not fit the image: its {diameters_mm} mm sphere has {seen}. Check both activities, their times and --ratio.</source>
            <comment>below</comment>
            <translation>Das Verhältnis von {ratio} passt nicht zum Bild: In dessen Kugel von {diameters_mm} mm beträgt es {seen}. Beide Aktivitäten, ihre Zeiten und --ratio prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: there is no warm water of a phantom in it. The NEMA image-quality phantom has activity in its background too; its spheres alone have no ratio.</source>
            <comment>below</comment>
            <translation>{label}: Darin ist kein aktivitätshaltiges Wasser eines Phantoms. Das NEMA-Bildqualitätsphantom hat auch im Hintergrund Aktivität; seine Kugeln allein haben kein Verhältnis.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: the spheres of a NEMA image-quality phantom were not found: six on a circle of {value} mm in warm water, of which at least {fewest_spots} must be visible. Choose a scan of that phantom, with activity in its background and its spheres, long enough to see them.</source>
            <comment>below</comment>
            <translation>{label}: Die Kugeln eines NEMA-Bildqualitätsphantoms wurden nicht gefunden: sechs auf einem Kreis von {value} mm in aktivitätshaltigem Wasser, von denen mindestens {fewest_spots} sichtbar sein müssen. Einen Scan dieses Phantoms wählen, mit Aktivität in Hintergrund und Kugeln und lang genug, um sie zu sehen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: the phantom is cut; {lost} of its six spheres {value} not wholly in the image. Export all slices of the scan, or scan the whole phantom.</source>
            <comment>below</comment>
            <translation>{label}: Das Phantom ist abgeschnitten; Kugeln, die nicht ganz im Bild liegen: {lost} von sechs. Alle Schichten des Scans exportieren oder das ganze Phantom scannen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: {cold} of the six spheres {value} cold. Recoveries by EARL and contrast by NEMA NU 2-2018 need activity in all six. Fill them all.</source>
            <comment>below</comment>
            <translation>{label}: Kugeln ohne Aktivität: {cold} von sechs. Recovery nach EARL und Kontrast nach NEMA NU 2-2018 brauchen Aktivität in allen sechs. Alle füllen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: spots on a circle were found, but the brightest does not look like a sphere of {diameters_mm} mm in warm water. Choose a scan of the NEMA image-quality phantom with hot spheres.</source>
            <comment>below</comment>
            <translation>{label}: Flecken auf einem Kreis wurden gefunden, aber der hellste sieht nicht wie eine Kugel von {diameters_mm} mm in aktivitätshaltigem Wasser aus. Einen Scan des NEMA-Bildqualitätsphantoms mit heißen Kugeln wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: fewer than {fewest_spots} spheres stand out of the noise. Scan longer, or with more activity in the spheres.</source>
            <comment>below</comment>
            <translation>{label}: Weniger als {fewest_spots} Kugeln ragen aus dem Rauschen heraus. Länger oder mit mehr Aktivität in den Kugeln scannen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/planar.py" />
            <source>Corrected by hand with brush or eraser.</source>
            <comment>below</comment>
            <translation>Von Hand mit Pinsel oder Radierer korrigiert.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>SULmean {now} now, {before} before: {difference}, {percent} %.</source>
            <comment>below</comment>
            <translation>SULmean aktuell {now}, vorher {before}: {difference}, {percent} %.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>SUVmax of the liver {maximum}, of the mediastinal blood pool {maximum2}.</source>
            <comment>below</comment>
            <translation>SUVmax der Leber {maximum}, des mediastinalen Blutpools {maximum2}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Measurable on the prior date from SULpeak {words}.</source>
            <comment>below</comment>
            <translation>In der Voruntersuchung messbar ab SULpeak {words}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The hottest lesion of the prior date, {name} with SULpeak {sul_before}, is below {sul}: the disease is not measurable.</source>
            <comment>below</comment>
            <translation>Die Läsion mit der höchsten Aufnahme in der Voruntersuchung, {name} mit SULpeak {sul_before}, liegt unter {sul}: Die Erkrankung ist nicht messbar.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was measured on the current date, not even at its place.</source>
            <comment>below</comment>
            <translation>In der aktuellen Untersuchung wurde keine Läsion gemessen, auch nicht an ihrem Ort.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Hottest lesion: SULpeak {sul_before} ({name}) → {sul_now} ({name2}): {difference} SUL, {percent} %.</source>
            <comment>below</comment>
            <translation>Läsion mit der höchsten Aufnahme: SULpeak {sul_before} ({name}) → {sul_now} ({name2}): {difference} SUL, {percent} %.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Neither a rise nor a fall of at least {bounds}, and no new lesion.</source>
            <comment>below</comment>
            <translation>Weder ein Anstieg noch ein Abfall um mindestens {bounds}, und keine neue Läsion.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was found above the threshold; 1 is no uptake above background.</source>
            <comment>below</comment>
            <translation>Über der Schwelle wurde keine Läsion gefunden; 1 bedeutet: keine Aufnahme über dem Hintergrund.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Hottest lesion: {name}, SUVmax {maximum}: {why}.</source>
            <comment>below</comment>
            <translation>Läsion mit der höchsten Aufnahme: {name}, SUVmax {maximum}: {why}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The score is for lymphoma; the images do not say what the disease is.</source>
            <comment>below</comment>
            <translation>Der Score gilt für Lymphome; welche Erkrankung vorliegt, sagen die Bilder nicht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The {name} image has no SUL.</source>
            <comment>below</comment>
            <translation>Das Bild ({name}) hat keinen SUL.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The {name} image has no sphere in the {what}.</source>
            <comment>below</comment>
            <translation>Im Bild ({name}) fehlt die Kugel für diesen Ort: {what}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was measured on the prior date.</source>
            <comment>below</comment>
            <translation>In der Voruntersuchung wurde keine Läsion gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Not in view on the other date: {not_in_view}.</source>
            <comment>below</comment>
            <translation>In der anderen Untersuchung nicht im Gesichtsfeld: {not_in_view}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>New: {names}. That is progression if it is typical of cancer and not of inflammation, which a person judges.</source>
            <comment>below</comment>
            <translation>Neu: {names}. Das ist eine Progression, wenn es für Krebs und nicht für eine Entzündung typisch ist; das beurteilt eine Person.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A rise of at least {bounds} is progression.</source>
            <comment>below</comment>
            <translation>Ein Anstieg um mindestens {bounds} ist eine Progression.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The lesions' TLG rose by {grown} %, at least {tlg_percent} %, and SULpeak did not fall.</source>
            <comment>below</comment>
            <translation>Die TLG der Läsionen ist um {grown} % gestiegen, mindestens {tlg_percent} %, und der SULpeak ist nicht gefallen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Every lesion is below the liver's mean SUL of {liver}; it must also be indistinguishable from blood pool around it, which a person judges.</source>
            <comment>below</comment>
            <translation>Jede Läsion liegt unter dem mittleren SUL der Leber von {liver}; sie muss außerdem vom umgebenden Blutpool nicht zu unterscheiden sein; das beurteilt eine Person.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A fall of at least {bounds}, and no new lesion, is a response.</source>
            <comment>below</comment>
            <translation>Ein Abfall um mindestens {bounds} ohne neue Läsion ist ein Ansprechen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>At least 10 days after chemotherapy and 8 to 12 weeks after radiotherapy: the images do not say.</source>
            <comment>below</comment>
            <translation>Mindestens 10 Tage nach Chemotherapie und 8 bis 12 Wochen nach Strahlentherapie: Die Bilder sagen darüber nichts.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A scanner is not named in the header.</source>
            <comment>below</comment>
            <translation>Ein Scanner ist im Header nicht genannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>An uptake time is unknown.</source>
            <comment>below</comment>
            <translation>Eine der Uptake-Zeiten ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The uptake time is unknown.</source>
            <comment>below</comment>
            <translation>Die Uptake-Zeit ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>An injected activity is unknown.</source>
            <comment>below</comment>
            <translation>Eine der injizierten Aktivitäten ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <location filename="../../station/quality/header_checks.py" />
            <source>The header does not give the blood glucose.</source>
            <comment>below</comment>
            <translation>Der Header gibt den Blutzucker nicht an.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The current date was not searched for lesions.</source>
            <comment>below</comment>
            <translation>Die aktuelle Untersuchung wurde nicht nach Läsionen abgesucht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>New, if due to lymphoma: {names}. Then the score is 5.</source>
            <comment>below</comment>
            <translation>Neu, falls durch das Lymphom bedingt: {names}. Dann ist der Score 5.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver was not measured.</source>
            <comment>below</comment>
            <translation>Die Leber wurde nicht gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The mediastinal blood pool was not measured.</source>
            <comment>below</comment>
            <translation>Der mediastinale Blutpool wurde nicht gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver is hotter than the blood pool.</source>
            <comment>below</comment>
            <translation>Die Leber hat eine höhere Aufnahme als der Blutpool.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver was not measured on both dates.</source>
            <comment>below</comment>
            <translation>Die Leber wurde nicht in beiden Untersuchungen gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver is not hotter than the blood pool: the score's steps overlap.</source>
            <comment>below</comment>
            <translation>Die Leber hat keine höhere Aufnahme als der Blutpool: Die Stufen des Scores überlappen sich.</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver or the blood pool was not measured.</source>
            <comment>below</comment>
            <translation>Die Leber oder der Blutpool wurde nicht gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>"{tissue}" is not a tissue type of this protocol{guess} The types are: {tissues}.</source>
            <comment>below</comment>
            <translation>„{tissue}“ ist kein Gewebetyp dieses Protokolls{guess} Die Typen sind: {tissues}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>The protocol allows at most {at_most} a patient, and {total} are placed. Delete one, or give a reason to measure more.</source>
            <comment>below</comment>
            <translation>Das Protokoll erlaubt höchstens {at_most} je Patient, und {total} sind gesetzt. Eine löschen oder einen Grund angeben, um mehr zu messen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>The protocol allows at most {at_most_per_tissue} of one tissue type, and {placed} of type "{tissue}" are placed. Delete one, or give a reason to measure more.</source>
            <comment>below</comment>
            <translation>Das Protokoll erlaubt höchstens {at_most_per_tissue} eines Gewebetyps, und {placed} vom Typ „{tissue}“ sind gesetzt. Eine löschen oder einen Grund angeben, um mehr zu messen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} covers only {series} mm, about one bed: organs are not found reliably in so little of a body. Choose a scan of the trunk or of the whole body.</source>
            <comment>below</comment>
            <translation>{label} umfasst nur {series} mm, etwa eine Bettposition: In so wenig Körper werden Organe nicht zuverlässig gefunden. Eine Aufnahme des Rumpfes oder des ganzen Körpers wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>The tracer is {name}, but the denoiser was trained on FDG only.</source>
            <comment>below</comment>
            <translation>Der Tracer ist {name}; das Entrauschungsnetz wurde nur mit FDG trainiert.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} covers only {series} mm; the denoiser was made for whole-body studies and is not designed for the brain.</source>
            <comment>below</comment>
            <translation>{label} umfasst nur {series} mm; das Entrauschungsnetz ist für Ganzkörperuntersuchungen gemacht und nicht für das Gehirn ausgelegt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} comes from a real scanner ({value}), but the denoiser was trained on a simulated one and was not tested on this one.</source>
            <comment>below</comment>
            <translation>{label} stammt von einem realen Scanner ({value}); das Entrauschungsnetz wurde an einem simulierten trainiert und an diesem nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say with how many iterations and subsets it was reconstructed; the denoiser was trained on {wanted}.</source>
            <comment>below</comment>
            <translation>{label} nennt weder Iterationen noch Subsets der Rekonstruktion; das Entrauschungsnetz wurde trainiert mit: {wanted}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} has no SUV, which the denoiser needs. Complete its SUV inputs, or choose another series.</source>
            <comment>below</comment>
            <translation>{label} hat kein SUV, das die Entrauschung braucht. Die SUV-Eingaben vervollständigen oder eine andere Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say in which unit its values are, so its slices cannot be filtered together. Export it again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>{label} nennt die Einheit der Werte nicht; deshalb können die Schichten nicht gemeinsam gefiltert werden. Mit Units erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>The study already has a DL image of this series: {label}.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat bereits ein DL-Bild dieser Serie: {label}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is not a PET image. Choose an unfiltered PET series.</source>
            <comment>below</comment>
            <translation>{label} ist kein PET-Bild. Eine ungefilterte PET-Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is one of several images in one series (time frames, gates or stacks), which neither denoiser nor filter supports. Choose a static series.</source>
            <comment>below</comment>
            <translation>{label} ist eines von mehreren Bildern in einer Serie (Zeitframes, Gates oder Stapel); das unterstützen weder Entrauschung noch Filter. Eine statische Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is a projection, or was not corrected for attenuation. Choose an attenuation-corrected PET series of slices.</source>
            <comment>below</comment>
            <translation>{label} ist eine Projektion oder wurde nicht schwächungskorrigiert. Eine schwächungskorrigierte PET-Serie aus Schichten wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is {of_dl}. Choose the unfiltered series that it was made from.</source>
            <comment>below</comment>
            <translation>{label} ist {of_dl}. Die ungefilterte Serie wählen, aus der das Bild entstanden ist.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was already filtered ("{known}"){of_filtered}. Choose the series without a post-filter.</source>
            <comment>below</comment>
            <translation>{label} wurde bereits gefiltert („{known}“){of_filtered}. Die Serie ohne Nachfilterung wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say whether it was filtered; one that was filtered must not be {done}. Choose a series that says it is unfiltered, or treat this one as unfiltered if you know that it is.</source>
            <comment>below</comment>
            <translation>{label} sagt nicht, ob das Bild gefiltert wurde; ein gefiltertes darf nicht {done} werden. Eine Serie wählen, die sich als ungefiltert ausweist, oder diese als ungefiltert behandeln, wenn das sicher bekannt ist.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say which tracer was given; the denoiser was trained on FDG only.</source>
            <comment>below</comment>
            <translation>{label} nennt den Tracer nicht; das Entrauschungsnetz wurde nur mit FDG trainiert.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} shows only the head, for which the denoiser is not designed; it was made for whole-body studies.</source>
            <comment>below</comment>
            <translation>{label} zeigt nur den Kopf, für den das Entrauschungsnetz nicht ausgelegt ist; es ist für Ganzkörperuntersuchungen gemacht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is shown in {unit}, but the denoiser works in SUVbw. Show it in SUVbw.</source>
            <comment>below</comment>
            <translation>{label} wird in {unit} angezeigt; die Entrauschung arbeitet in SUVbw. In SUVbw anzeigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say whether it was filtered and is treated as unfiltered; if it was filtered, the DL image is wrong.</source>
            <comment>below</comment>
            <translation>{label} sagt nicht, ob das Bild gefiltert wurde, und wird als ungefiltert behandelt; wurde es gefiltert, ist das DL-Bild falsch.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{missing} of its {missing2} slices {value} missing; next to the gaps the denoiser sees less than in training.</source>
            <comment>below</comment>
            <translation>Es fehlen {missing} von {missing2} Schichten; neben den Lücken sieht das Entrauschungsnetz weniger als im Training.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was not corrected for attenuation, so its values are not uptake. Choose the attenuation-corrected series.</source>
            <comment>below</comment>
            <translation>{label} wurde nicht schwächungskorrigiert; die Werte sind daher keine Aufnahme. Die schwächungskorrigierte Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was reconstructed with {stated} iterations and {stated2} subsets, but the denoiser was trained on {wanted}: its noise is another.</source>
            <comment>below</comment>
            <translation>{label} wurde mit {stated} Iterationen und {stated2} Subsets rekonstruiert, das Entrauschungsnetz aber trainiert mit: {wanted}; das Rauschen ist ein anderes.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is CNTS, and neither the Philips SUV factor (7053,1000) nor the activity factor (7053,1009) says what a count is. Export the series with its private attributes.</source>
            <comment>below</comment>
            <translation>Units ist CNTS, und weder der Philips-SUV-Faktor (7053,1000) noch der Aktivitätsfaktor (7053,1009) sagt, was ein Zählereignis bedeutet. Die Serie mit ihren privaten Attributen exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is missing, so the meaning of the stored values is unknown, and there is no SUV. Export the series again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>Units fehlt; die Bedeutung der gespeicherten Werte ist daher unbekannt, und es gibt kein SUV. Die Serie mit Units erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units}, but the scale to it (RescaleSlope and RescaleIntercept) is missing or incomplete, and there is no SUV. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>Units ist {units}, aber die Skalierung dorthin (RescaleSlope und RescaleIntercept) fehlt oder ist unvollständig, und es gibt kein SUV. Die Serie erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The Philips SUV factor (7053,1000) {suv_factor} g/mL is used, but the activity factor (7053,1009), weight, dose and times give {computed} g/mL, {apart} apart.</source>
            <comment>below</comment>
            <translation>Der Philips-SUV-Faktor (7053,1000) {suv_factor} g/mL wird verwendet; Aktivitätsfaktor (7053,1009), Gewicht, Dosis und Zeiten ergeben jedoch {computed} g/mL, Abweichung {apart}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units} but SUVType is {stored_type}: the header contradicts itself, so it is unknown which SUV the values are.</source>
            <comment>below</comment>
            <translation>Units ist {units}, SUVType aber {stored_type}: Der Header widerspricht sich; es ist daher unbekannt, welches SUV die Werte sind.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage is missing; that the values are SUV rests on Units alone.</source>
            <comment>below</comment>
            <translation>CorrectedImage fehlt; dass die Werte SUV sind, beruht allein auf Units.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage is missing, so it is unknown whether attenuation and decay were corrected, and there is no SUV. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>CorrectedImage fehlt; es ist daher unbekannt, ob Schwächung und Zerfall korrigiert wurden, und es gibt kein SUV. Die Serie erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The series description says that attenuation was not corrected, but CorrectedImage lists ATTN and AttenuationCorrectionMethod is {method}.</source>
            <comment>below</comment>
            <translation>Die Serienbeschreibung sagt, dass die Schwächung nicht korrigiert wurde; CorrectedImage nennt aber ATTN, und AttenuationCorrectionMethod ist {method}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is {decay}, but CorrectedImage does not list DECY: it is unknown whether the values are corrected for decay, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrection ist {decay}, aber CorrectedImage nennt DECY nicht: Es ist unbekannt, ob die Werte zerfallskorrigiert sind, und es gibt kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage lists DECY, but DecayCorrection is NONE and every DecayFactor is 1; the values are treated as not corrected for decay.</source>
            <comment>below</comment>
            <translation>CorrectedImage nennt DECY, DecayCorrection ist jedoch NONE und jeder DecayFactor 1; die Werte werden als nicht zerfallskorrigiert behandelt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is ADMIN, but DecayFactor says that decay was corrected to {moment}, the start of the scan, and not to the injection ({injection}): {from_injection} apart in SUV, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrection ist ADMIN, aber nach DecayFactor wurde der Zerfall auf {moment} korrigiert, den Beginn der Aufnahme, und nicht auf die Injektion ({injection}): im SUV {from_injection} Unterschied, daher kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The injection is {longest} half-lives from the scan. Check both times.</source>
            <comment>below</comment>
            <translation>Die Injektion liegt {longest} Halbwertszeiten von der Aufnahme entfernt. Beide Zeiten prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The body mass index of {body_mass_index} kg/m² is unusual; check weight and height.</source>
            <comment>below</comment>
            <translation>Der Body-Mass-Index von {body_mass_index} kg/m² ist ungewöhnlich; Gewicht und Größe prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The injection is only {uptake_min} min before the scan, which is not dynamic. Check both times.</source>
            <comment>below</comment>
            <translation>Die Injektion liegt nur {uptake_min} min vor der Aufnahme, die nicht dynamisch ist. Beide Zeiten prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage does not list DECY: the values are labelled SUV but were not corrected for decay. Open the decay-corrected series.</source>
            <comment>below</comment>
            <translation>CorrectedImage nennt DECY nicht: Die Werte sind als SUV bezeichnet, wurden aber nicht zerfallskorrigiert. Die zerfallskorrigierte Serie öffnen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The uptake time is unknown: the injection or the acquisition has no time, or the injection is after the scan. The stored SUVs do not need it.</source>
            <comment>below</comment>
            <translation>Die Uptake-Zeit ist unbekannt: Injektion oder Aufnahme hat keine Zeit, oder die Injektion liegt nach der Aufnahme. Die gespeicherten SUV brauchen sie nicht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is NONE, but CorrectedImage lists DECY and {says}: the time to which decay was corrected is unknown, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrection ist NONE, CorrectedImage nennt aber DECY und {says}: Der Zeitpunkt, auf den der Zerfall korrigiert wurde, ist unbekannt, und es gibt kein SUV.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>AcquisitionTime is the same in all slices although FrameReferenceTime counts on; each slice is taken as acquired that much later.</source>
            <comment>below</comment>
            <translation>AcquisitionTime ist in allen Schichten gleich, obwohl FrameReferenceTime weiterzählt; jede Schicht gilt als um so viel später aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>James' lean body mass falls with weight at this body mass index; SUL (Janmahasatian) does not.</source>
            <comment>below</comment>
            <translation>Die fettfreie Masse nach James sinkt bei diesem Body-Mass-Index mit dem Gewicht; SUL (Janmahasatian) nicht.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The typed {lower} changes nothing: with Units {units} and DecayCorrection {decay_correction} SUV does not depend on it.</source>
            <comment>below</comment>
            <translation>Die Eingabe „{lower}“ ändert nichts: Mit Units {units} und DecayCorrection {decay_correction} hängt SUV nicht davon ab.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units}, from which no SUV can be computed. SUV needs BQML, CNTS with the Philips factors, GML or CM2ML.</source>
            <comment>below</comment>
            <translation>Units ist {units}; daraus lässt sich kein SUV berechnen. SUV braucht BQML, CNTS mit den Philips-Faktoren, GML oder CM2ML.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>RadionuclideHalfLife is missing; that of {nuclide} is used.</source>
            <comment>below</comment>
            <translation>RadionuclideHalfLife fehlt; die von {nuclide} wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{title} is {value}, which is unusual.</source>
            <comment>below</comment>
            <translation>{title}: {value} ist ungewöhnlich.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{sentence}; the first fits {name}.</source>
            <comment>below</comment>
            <translation>{sentence}; das erste passt zu {name}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{sentence}, which fits {name} and is used.</source>
            <comment>below</comment>
            <translation>{sentence}; das passt zu {name} und wird verwendet.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The two images are of different patients: their IDs differ.</source>
            <comment>below</comment>
            <translation>Die beiden Bilder sind von verschiedenen Patienten: Ihre Patienten-IDs sind verschieden.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The tracers differ: {names} now, {names2} before. Their uptake is not comparable.</source>
            <comment>below</comment>
            <translation>Die Tracer sind verschieden: aktuell {names}, vorher {names2}. Ihre Aufnahme ist nicht vergleichbar.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The scanners differ: {value} now, {value2} before.</source>
            <comment>below</comment>
            <translation>Die Scanner sind verschieden: aktuell {value}, vorher {value2}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The reconstructions differ: {value} now, {value2} before.</source>
            <comment>below</comment>
            <translation>Die Rekonstruktionen sind verschieden: aktuell {value}, vorher {value2}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The current image is {role}, the prior one {role2}.</source>
            <comment>below</comment>
            <translation>Art der Bilder: aktuell {role}, vorher {role2}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>A patient's ID is missing: two people's images may not be subtracted.</source>
            <comment>below</comment>
            <translation>Eine Patienten-ID fehlt: Bilder zweier Personen dürfen nicht voneinander subtrahiert werden.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>{different} Nothing is compared between them.</source>
            <comment>below</comment>
            <translation>{different} Zwischen ihnen wird nichts verglichen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The current image is in {units}, the prior one in {units2}. Show both in one unit.</source>
            <comment>below</comment>
            <translation>Die Einheiten sind verschieden: aktuelles Bild in {units}, Bild der Voruntersuchung in {units2}. Beide in derselben Einheit zeigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The patient's weight is {now} kg now and was {before} kg: SUVbw changes with it, SUL hardly.</source>
            <comment>below</comment>
            <translation>Das Gewicht des Patienten ist aktuell {now} kg und war vorher {before} kg: SUVbw ändert sich damit, SUL kaum.</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The header of the {name} image does not say which tracer it is.</source>
            <comment>below</comment>
            <translation>Der Header des Bildes ({name}) sagt nicht, welcher Tracer es ist.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The mask is on another grid than the image: a voxel of the image is inside if its centre is in a voxel of the mask.</source>
            <comment>below</comment>
            <translation>Die Maske liegt auf einem anderen Raster als das Bild: Ein Voxel des Bildes liegt innerhalb, wenn sein Mittelpunkt in einem Voxel der Maske liegt.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>A threshold of SUV {value} cannot be drawn in an image in {unit}: nothing was measured. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>Eine Schwelle von SUV {value} kann in einem Bild mit der Einheit {unit} nicht gezeichnet werden: Es wurde nichts gemessen. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The {what} extends beyond the image: {part} of it was left out.</source>
            <comment>below</comment>
            <translation>Über das Bild hinaus reicht: {what}; ausgelassener Anteil: {part}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The mask is empty: nothing was measured.</source>
            <comment>below</comment>
            <translation>Die Maske ist leer: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The sphere of interest contains no voxel of the image: nothing was measured.</source>
            <comment>below</comment>
            <translation>Die Kugel, die den Bereich begrenzt, enthält kein Voxel des Bildes: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The threshold of {value} was set in {unit}; this image is in {unit2}: nothing was measured. Grow the contour again.</source>
            <comment>below</comment>
            <translation>Die Schwelle von {value} wurde in {unit} festgelegt; die Einheit dieses Bildes ist {unit2}: Es wurde nichts gemessen. Die Kontur neu wachsen lassen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>{part} of the VOI's voxels in the image have no value (slices that were never stored) and were left out.</source>
            <comment>below</comment>
            <translation>Voxel der VOI, die im Bild keinen Wert haben (Schichten, die nie gespeichert wurden), wurden ausgelassen; ihr Anteil: {part}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The 1 mL sphere of the peak extends beyond the image or into slices that were never stored: only {peak_part} of it was averaged.</source>
            <comment>below</comment>
            <translation>Die Peak-Kugel von 1 mL reicht über das Bild hinaus oder in Schichten, die nie gespeichert wurden: Nur ein Teil von ihr wurde gemittelt (Anteil: {peak_part}).</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The PERCIST liver threshold is an SUV; the liver VOI measures {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>Die PERCIST-Leberschwelle ist ein SUV; die Leber-VOI misst in {unit}. Die SUV-Eingaben vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The liver VOI measures nothing in this image. Move it into the liver to get the PERCIST threshold.</source>
            <comment>below</comment>
            <translation>Die Leber-VOI misst in diesem Bild nichts. Sie in die Leber verschieben, um die PERCIST-Schwelle zu erhalten.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre of the image is in the mask: nothing was measured.</source>
            <comment>below</comment>
            <translation>In der Maske liegt kein Voxelmittelpunkt des Bildes: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel in the sphere of interest reaches {level} {unit}: nothing was measured.</source>
            <comment>below</comment>
            <translation>Kein Voxel in der Kugel, die den Bereich begrenzt, erreicht {level} {unit}: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The contour extends beyond its sphere of interest and was cut there. Make the sphere larger to include all of it.</source>
            <comment>below</comment>
            <translation>Die Kontur reicht über die Kugel hinaus, die ihren Bereich begrenzt, und wurde dort abgeschnitten. Die Kugel vergrößern, um sie ganz einzuschließen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The sphere of interest extends beyond the image.</source>
            <comment>below</comment>
            <translation>Die Kugel, die den Bereich begrenzt, reicht über das Bild hinaus.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>PERCIST is defined for SUL; this image is in {unit}.</source>
            <comment>below</comment>
            <translation>PERCIST ist für SUL definiert; die Einheit dieses Bildes ist {unit}.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The VOI is outside the image: nothing was measured.</source>
            <comment>below</comment>
            <translation>Die VOI liegt außerhalb des Bildes: Es wurde nichts gemessen.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre is inside the VOI: maximum, minimum and peak are those of the voxel that contains its centre.</source>
            <comment>below</comment>
            <translation>In der VOI liegt kein Voxelmittelpunkt: Maximum, Minimum und Peak sind die des Voxels, das den Mittelpunkt der VOI enthält.</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre of the image is inside the VOI: there is no maximum, minimum or peak.</source>
            <comment>below</comment>
            <translation>In der VOI liegt kein Voxelmittelpunkt des Bildes: Es gibt kein Maximum, kein Minimum und keinen Peak.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The patient of {label} {small}; grades were learned from adults. Judge the image by eye and by the checks.</source>
            <comment>below</comment>
            <translation>Der Patient von {label} {small}; die Benotung wurde an Erwachsenen gelernt. Das Bild nach Augenschein und anhand der Prüfungen beurteilen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The tracer of {label} is {name}, and grades were learned from FDG only.</source>
            <comment>below</comment>
            <translation>Der Tracer von {label} ist {name}; die Benotung wurde an FDG gelernt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} is {other_noise}, whose noise differs from that of the network's training images, which are reconstructed and filtered for reading. The grade of the conventional series shows how good the scan is.</source>
            <comment>below</comment>
            <translation>{label} ist {other_noise}; das Rauschen unterscheidet sich von dem der Trainingsbilder des Netzes, die zum Befunden rekonstruiert und gefiltert sind. Die Note der konventionellen Serie zeigt, wie gut die Aufnahme ist.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{value} % of the voxels of {label} have no value. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>{value} % der Voxel von {label} haben keinen Wert. Die Serie erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} covers {length} mm of the patient; grades were learned from scans from the skull base or the crown to mid-thigh.</source>
            <comment>below</comment>
            <translation>{label} umfasst {length} mm des Patienten; die Benotung wurde an Aufnahmen von der Schädelbasis oder dem Scheitel bis zur Mitte der Oberschenkel gelernt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>Neither liver nor lungs were found in {label}: it does not show a body like those in the training data, or it is rotated. Check what was scanned.</source>
            <comment>below</comment>
            <translation>In {label} wurden weder Leber noch Lungen gefunden: Das Bild zeigt keinen Körper wie in den Trainingsdaten, oder es ist gedreht. Prüfen, was aufgenommen wurde.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The head is at the foot end of {label}, where grades look for what breathing and motion do above the liver. Check the orientation at export and judge it by eye.</source>
            <comment>below</comment>
            <translation>In {label} ist der Kopf am Fußende; dort oberhalb der Leber suchen die Noten, was Atmung und Bewegung bewirken. Die Ausrichtung beim Export prüfen und das Bild nach Augenmaß beurteilen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>It is close to the limit between Poor and Good: judge it by eye.</source>
            <comment>below</comment>
            <translation>Nahe der Grenze zwischen Schlecht und Gut: nach Augenschein beurteilen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>Grades come from simulated scanners only; the grade was not tested on this one.</source>
            <comment>below</comment>
            <translation>Die Noten stammen nur von simulierten Scannern; an diesem wurde die Benotung nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The header does not name the tracer; grades were learned from FDG only.</source>
            <comment>below</comment>
            <translation>Der Header nennt den Tracer nicht; die Benotung wurde an FDG gelernt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The liver was not found.</source>
            <comment>below</comment>
            <translation>Die Leber wurde nicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The patient seems to be mirrored or rotated.</source>
            <comment>below</comment>
            <translation>Der Patient scheint gespiegelt oder gedreht zu sein.</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} is unlike the images that grades were learned from ({distance} times as far away as the limit), so its grade would be meaningless. Judge it by eye and by the checks.</source>
            <comment>below</comment>
            <translation>{label} gleicht keinem der Bilder, an denen die Benotung gelernt wurde (Abstand: das {distance}-Fache der Grenze); eine Note wäre bedeutungslos. Nach Augenschein und anhand der Prüfungen beurteilen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>The study has no CT in the PET's frame of reference.</source>
            <comment>below</comment>
            <translation>Die Untersuchung hat kein CT im Frame of Reference des PET.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is in {unit}, and the checks need SUVbw.</source>
            <comment>below</comment>
            <translation>{label} liegt in {unit} vor; die Prüfungen brauchen SUVbw.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is one of several images in one series (time frames, gates or stacks), but the checks are for a static scan. Choose a static series.</source>
            <comment>below</comment>
            <translation>{label} ist eines von mehreren Bildern in einer Serie (Zeitframes, Gates oder Stapel); die Prüfungen gelten für eine statische Aufnahme. Eine statische Serie wählen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is a projection, or was not corrected for attenuation, so its values are not uptake. Choose an attenuation-corrected PET series of slices.</source>
            <comment>below</comment>
            <translation>{label} ist eine Projektion oder wurde nicht schwächungskorrigiert; die Werte sind daher keine Aufnahme. Eine schwächungskorrigierte PET-Serie aus Schichten wählen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is empty: no voxel is above 0. Export it again from the scanner.</source>
            <comment>below</comment>
            <translation>{label} ist leer: Kein Voxel liegt über 0. Erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} has no value in any voxel. Export it again from the scanner.</source>
            <comment>below</comment>
            <translation>{label} hat in keinem Voxel einen Wert. Erneut vom Scanner exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/quality/control_chart.py" />
            <source>Individuals chart (Shewhart): the mean of the first {baseline} images; SD = mean moving range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956).</source>
            <comment>below</comment>
            <translation>Einzelwertkarte (Shewhart): Mittelwert der ersten {baseline} Bilder; SD = mittlere gleitende Spannweite aus je zwei Werten / 1,128; Grenzen bei 2 und 3 SD, danach beibehalten (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Markiert: die Western-Electric-Regeln (1956).</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The tracer is {name}, and the limits are for FDG.</source>
            <comment>below</comment>
            <translation>Der Tracer ist {name}; die Grenzen gelten für FDG.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>No liver was found ({what_is_seen}). If it is in view, place the sphere by hand.</source>
            <comment>below</comment>
            <translation>Es wurde keine Leber gefunden ({what_is_seen}). Ist sie im Bild, die Kugel von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, placed automatically.</source>
            <comment>below</comment>
            <translation>Gemessen in 3 mL der Leber, automatisch gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The header does not say which tracer was given, and the limits are for FDG.</source>
            <comment>below</comment>
            <translation>Der Header nennt den Tracer nicht; die Grenzen gelten für FDG.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The head is at the foot end of the image, so no organ can be trusted.</source>
            <comment>below</comment>
            <translation>Der Kopf liegt am Fußende des Bildes; deshalb ist keinem Organ zu trauen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>What looks like the liver is on the patient's left. Check the orientation; then place the sphere by hand.</source>
            <comment>below</comment>
            <translation>Was wie die Leber aussieht, liegt links im Patienten. Die Orientierung prüfen; dann die Kugel von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, placed by hand.</source>
            <comment>below</comment>
            <translation>Gemessen in 3 mL der Leber, von Hand gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, found in the PET alone, which is less reliable: check that it is in the liver.</source>
            <comment>below</comment>
            <translation>Gemessen in 3 mL der Leber, nur im PET gefunden, was weniger zuverlässig ist: prüfen, ob die Kugel in der Leber liegt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>There is no number to measure there.</source>
            <comment>below</comment>
            <translation>Dort gibt es keine Zahl zu messen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>{label} has no header values for SUL.</source>
            <comment>below</comment>
            <translation>{label} hat keine Headerwerte für SUL.</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/shipping.py" />
            <source>{run} is not a finished training of the finder: {weights} is missing.</source>
            <comment>below</comment>
            <translation>{run} ist kein abgeschlossenes Training des Organfinders: {weights} fehlt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/training.py" />
            <source>{path} belongs to a training with another recipe. Choose another folder.</source>
            <comment>below</comment>
            <translation>{path} gehört zu einem Training mit einem anderen Rezept. Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/weights.py" />
            <source>Finds liver, spleen, lungs, heart, blood pool, brain, kidneys, bladder, gut, muscle and arms in a PET of the trunk, with or without a CT, and whether the patient is mirrored, upside down or back to front. It has never seen a scanner's image: only label maps whose uptake, blur, noise and field of view were drawn at random. It does not find disease.</source>
            <comment>below</comment>
            <translation>Findet Leber, Milz, Lungen, Herz, Blutpool, Gehirn, Nieren, Harnblase, Darm, Muskel und Arme in einem PET des Rumpfes, mit oder ohne CT, und ob der Patient gespiegelt, kopfstehend oder vorn mit hinten vertauscht ist. Es hat nie das Bild eines Scanners gesehen: nur Label-Karten, deren Aufnahme, Unschärfe, Rauschen und Gesichtsfeld zufällig gezogen wurden. Krankheiten findet es nicht.</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <source>{minutes} min from injection to acquisition.</source>
            <comment>below</comment>
            <translation>{minutes} min von der Injektion bis zur Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <source>The injection or the acquisition has no time in the header, or the injection is after the scan. Enter the injection in SUV inputs.</source>
            <comment>below</comment>
            <translation>Injektion oder Aufnahme hat im Header keine Zeit, oder die Injektion liegt nach der Aufnahme. Die Injektion unter SUV-Eingaben eintragen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <location filename="../../station/quality/image_checks.py" />
            <source>The header has no dose.</source>
            <comment>below</comment>
            <translation>Der Header hat keine Dosis.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No slice is missing.</source>
            <comment>below</comment>
            <translation>Keine Schicht fehlt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Every voxel of the stored slices has a value.</source>
            <comment>below</comment>
            <translation>Jeder Voxel der gespeicherten Schichten hat einen Wert.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Over {length} mm the {what} touch the edge of the {fields}'s field of view.</source>
            <comment>below</comment>
            <translation>Über {length} mm berühren diese den Rand des {fields}-Bildfelds: {what}.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{value} % of the decayed dose in {value2} % of the body's weight ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>{value} % der zerfallenen Dosis in {value2} % des Körpergewichts ({what_is_seen}).</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>A focus of SUV {highest} at an arm contains {percent} % of the dose: an extravasation or a lesion. Please look.</source>
            <comment>below</comment>
            <translation>Ein Fokus mit SUV {highest} an einem Arm enthält {percent} % der Dosis: ein Paravasat oder eine Läsion. Bitte ansehen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{share} % of the liver is right of the body's middle; the rest of the body does not look mirrored. Please look.</source>
            <comment>below</comment>
            <translation>{share} % der Leber liegen rechts der Körpermitte; der übrige Körper sieht nicht gespiegelt aus. Bitte ansehen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The PET is shifted {z} mm towards the {value}, {y} mm to the {value2} and {x} mm to the {value3} of the CT, turned by {rotation_deg}°.</source>
            <comment>below</comment>
            <translation>Das PET ist gegenüber dem CT verschoben: {z} mm nach {value}, {y} mm nach {value2}, {x} mm nach {value3}; Drehung {rotation_deg}°.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{missing} of {shape} slices were never stored.</source>
            <comment>below</comment>
            <translation>{missing} von {shape} Schichten wurden nie gespeichert.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{count} voxels of the stored slices have no value.</source>
            <comment>below</comment>
            <translation>{count} Voxel der gespeicherten Schichten haben keinen Wert.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Without a CT the weight in view is less reliable.</source>
            <comment>below</comment>
            <translation>Ohne CT ist das Gewicht im Bild weniger zuverlässig.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No focus: SUV {highest} at most along the {length} mm of the arms that are in view.</source>
            <comment>below</comment>
            <translation>Kein Fokus: höchstens SUV {highest} entlang der {length} mm der Arme im Bild.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The hottest focus at an arm, SUV {highest}, contains {percent} % of the dose: too little to be missed elsewhere.</source>
            <comment>below</comment>
            <translation>Der heißeste Fokus an einem Arm, SUV {highest}, enthält {percent} % der Dosis: zu wenig, um anderswo zu fehlen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The liver is on the patient's right, and the head is not below it.</source>
            <comment>below</comment>
            <translation>Die Leber liegt rechts im Patienten, und der Kopf nicht unter ihr.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No body was found in the image.</source>
            <comment>below</comment>
            <translation>Im Bild wurde kein Körper gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The body does not touch the field of view's edge.</source>
            <comment>below</comment>
            <translation>Der Körper berührt den Rand des Bildfelds nicht.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Only {value} % of the body's weight is in view ({what_is_seen}); it is unknown how much of the dose that part should contain.</source>
            <comment>below</comment>
            <translation>Nur {value} % des Körpergewichts sind im Bild ({what_is_seen}); wie viel der Dosis dieser Teil enthalten müsste, ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The {what} was not found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>Nicht gefunden: {what} ({what_is_seen}).</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>At the {what} PET and CT could not be registered. Compare them by eye.</source>
            <comment>below</comment>
            <translation>{what}: PET und CT konnten dort nicht registriert werden. Nach Augenschein vergleichen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No arm was found separate from trunk and head, so the injection site may be out of view.</source>
            <comment>below</comment>
            <translation>Es wurde kein Arm getrennt von Rumpf und Kopf gefunden; die Injektionsstelle liegt daher womöglich außerhalb des Bildes.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The head is at the foot end of the image: the header's positions are wrong.</source>
            <comment>below</comment>
            <translation>Der Kopf liegt am Fußende des Bildes: Die Positionen im Header sind falsch.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No liver was found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>Es wurde keine Leber gefunden ({what_is_seen}).</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The liver is on the patient's left: the header swaps the sides, or the patient has situs inversus.</source>
            <comment>below</comment>
            <translation>Die Leber liegt links im Patienten: Der Header vertauscht die Seiten, oder es liegt ein Situs inversus vor.</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The header has no weight.</source>
            <comment>below</comment>
            <translation>Der Header hat kein Gewicht.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>SD {sd} at a mean of {mean} SUV.</source>
            <comment>below</comment>
            <translation>SD {sd} bei einem Mittelwert von SUV {mean}.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>Measured in {millilitres} mL of the descending aorta, placed automatically.</source>
            <comment>below</comment>
            <translation>Gemessen in {millilitres} mL der absteigenden Aorta, automatisch gesetzt.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{percent} % from slice to slice, {wide_mm} mm wide around the liver's sphere.</source>
            <comment>below</comment>
            <translation>{percent} % von Schicht zu Schicht, {wide_mm} mm breit um die Leberkugel.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{sentence} The image is unfiltered, but the limit is for filtered ones.</source>
            <comment>below</comment>
            <translation>{sentence} Das Bild ist ungefiltert, die Grenze gilt aber für gefilterte.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{no_ct} The aorta is found on the CT.</source>
            <comment>below</comment>
            <translation>{no_ct} Die Aorta wird auf dem CT gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>The liver's sphere is not entirely inside the image. Place it elsewhere.</source>
            <comment>below</comment>
            <translation>Die Leberkugel liegt nicht ganz im Bild. Anderswo setzen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>There are too few slices around the liver's sphere.</source>
            <comment>below</comment>
            <translation>Um die Leberkugel sind zu wenige Schichten.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>There is nothing to measure around the liver's sphere.</source>
            <comment>below</comment>
            <translation>Um die Leberkugel gibt es nichts zu messen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>No descending aorta was found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>Es wurde keine absteigende Aorta gefunden ({what_is_seen}).</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no even place in the liver that is large enough.</source>
            <comment>below</comment>
            <translation>In der Leber gibt es keine ausreichend große gleichmäßige Stelle.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no even place in the spleen that is large enough.</source>
            <comment>below</comment>
            <translation>In der Milz gibt es keine ausreichend große gleichmäßige Stelle.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no place in the lungs that is clear of their edges.</source>
            <comment>below</comment>
            <translation>In den Lungen gibt es keine Stelle mit genügend Abstand von den Rändern.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The cavity of the left ventricle is not found in the heart.</source>
            <comment>below</comment>
            <translation>Der Hohlraum der linken Herzkammer ist im Herzen nicht zu finden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>No arch is found in the aorta.</source>
            <comment>below</comment>
            <translation>An der Aorta ist kein Bogen zu finden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The thighs are not in view, or their muscles are not found.</source>
            <comment>below</comment>
            <translation>Die Oberschenkel sind nicht im Bild, oder ihre Muskeln wurden nicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The upper half of the brain is not in view.</source>
            <comment>below</comment>
            <translation>Die obere Hälfte des Gehirns ist nicht im Bild.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>Station does not find this tissue. Place it by hand.</source>
            <comment>below</comment>
            <translation>Station findet dieses Gewebe nicht. Von Hand setzen.</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The {site} was not found in this image.</source>
            <comment>below</comment>
            <translation>In diesem Bild nicht gefunden: {site}.</translation>
        </message>
        <message>
            <location filename="../../station/quality/weights.py" />
            <source>Grades the quality of the PET image of an FDG whole-body scan: 1 to 5 as in Table 1 of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, with the probability of each grade; 1 and 2 are Poor, 3 to 5 Good. It says what drove the grade, and names what may have gone wrong in the examination. Every quantity is relative to the patient's own organs, so it cannot see a wrong SUV scale, and it says nothing about the patient's disease.</source>
            <comment>below</comment>
            <translation>Benotet die Qualität des PET-Bildes einer FDG-Ganzkörperuntersuchung: 1 bis 5 wie in Tabelle 1 von H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, mit der Wahrscheinlichkeit jeder Note; 1 und 2 sind schlecht (Poor), 3 bis 5 gut (Good). Es sagt, was die Note bestimmt hat, und nennt, was bei der Untersuchung schiefgegangen sein kann. Jede Größe ist relativ zu den eigenen Organen des Patienten; eine falsche SUV-Skala kann es deshalb nicht erkennen, und über die Erkrankung des Patienten sagt es nichts.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Both readings of every item are the same, so an interval has no width; this describes the sample, not the precision of the figure.</source>
            <comment>below</comment>
            <translation>Beide Befundungen jedes Items sind gleich, ein Intervall hat deshalb keine Breite; dies beschreibt die Stichprobe, nicht die Präzision des Werts.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>No item has both a first and a repeated score.</source>
            <comment>below</comment>
            <translation>Kein Item hat sowohl einen ersten als auch einen wiederholten Score.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{count_of} {was} scored again in the consensus.</source>
            <comment>below</comment>
            <translation>Im Konsens erneut bewertet: {count_of}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>There are no scores, no foci and no VOIs to analyse. Provide at least one.</source>
            <comment>below</comment>
            <translation>Es gibt keine Scores, keine Foki und keine VOIs zum Auswerten. Mindestens eines davon bereitstellen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>One reader only: there is no agreement between readers, and means over readers are the scores themselves.</source>
            <comment>below</comment>
            <translation>Nur ein Befunder: Es gibt keine Übereinstimmung zwischen Befundern, und Mittelwerte über Befunder sind die Scores selbst.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>One case only: there is no test over cases and no bootstrap interval.</source>
            <comment>below</comment>
            <translation>Nur ein Fall: Es gibt keinen Test über Fälle und kein Bootstrap-Intervall.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{single} {was} scored in one arm only and {was2} left out.</source>
            <comment>below</comment>
            <translation>Nur in einem Arm bewertet und ausgelassen: {single}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{halves} {value} one arm only and {was} left out: both means of a case are over the same readers. A table with all readings follows.</source>
            <comment>below</comment>
            <translation>Nur in einem Arm vorhanden und ausgelassen: {halves}; beide Mittelwerte eines Falls beziehen sich auf dieselben Befunder. Eine Tabelle mit allen Befundungen folgt.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{without} {value} no reader who scored both arms and {was} left out.</source>
            <comment>below</comment>
            <translation>Ohne einen Befunder, der beide Arme bewertet hat, und ausgelassen: {without}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{uneven} {was} not scored by every reader.</source>
            <comment>below</comment>
            <translation>Nicht von jedem Befunder bewertet: {uneven}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{left_out} of {of_item} {was} not scored by every reader and {was2} left out.</source>
            <comment>below</comment>
            <translation>Nicht von jedem Befunder bewertet und ausgelassen: {left_out} von {of_item}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{half} {value} in one arm only and {was} left out.</source>
            <comment>below</comment>
            <translation>Nur in einem Arm vorhanden und ausgelassen: {half}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{count_of} {value} several lesions with the same name; they were paired in the order of their lines.</source>
            <comment>below</comment>
            <translation>Mit mehreren Läsionen gleichen Namens: {count_of}; diese Läsionen wurden in der Reihenfolge ihrer Zeilen gepaart.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>There is no reference VOI of the site "aortic_arch", so there are no ratios to it.</source>
            <comment>below</comment>
            <translation>Es gibt keine Referenz-VOI am Ort „aortic_arch“ und deshalb keine Verhältnisse dazu.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{lesions} lesions are in {cases} cases. The t-test assumes they are independent, as the paper does; the bootstrap interval does not.</source>
            <comment>below</comment>
            <translation>{lesions} Läsionen liegen in {cases} Fällen. Der t-Test nimmt an, dass sie unabhängig sind, wie die Publikation; das Bootstrap-Intervall nicht.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Reader {reader} scored "{criterion}" of case {case}, {arm}, {count} times. Keep one, or number the repeats in a column named repeat.</source>
            <comment>below</comment>
            <translation>Befunder {reader} hat „{criterion}“ von Fall {case}, {arm}, mehrfach bewertet ({count}-mal). Einen Score behalten oder die Wiederholungen in einer Spalte namens repeat nummerieren.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Case {case}, {arm}, has {count} reference VOIs of "{site}". Keep one.</source>
            <comment>below</comment>
            <translation>Fall {case}, {arm}, hat {count} Referenz-VOIs am Ort „{site}“. Eine behalten.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Case {case} has {conventional} lesions "{site}" in the conventional arm and {dl} in the DL arm, so they cannot be paired. Name them apart: "{site2} 1".</source>
            <comment>below</comment>
            <translation>Fall {case} hat am Ort „{site}“ diese Anzahl Läsionen: {conventional} im konventionellen Arm, {dl} im DL-Arm; sie lassen sich deshalb nicht paaren. Ihnen unterscheidbare Namen geben: „{site2} 1“.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{missing} {value} no ratio of {which}: the aortic arch of the case is missing or not above 0.</source>
            <comment>below</comment>
            <translation>Ohne Verhältnis von {which}: {missing}; der Aortenbogen des Falls fehlt oder liegt nicht über 0.</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{orphans} without a first score {was} left out.</source>
            <comment>below</comment>
            <translation>Ohne ersten Score ausgelassen: {orphans}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Every case has a lesion: the figure of merit compares with the most confident false mark of any case (wAFROC1).</source>
            <comment>below</comment>
            <translation>Jeder Fall hat eine Läsion: Die Figure of Merit vergleicht mit der falschen Markierung der höchsten Konfidenz eines beliebigen Falls (wAFROC1).</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>{halves} {value} one arm only and {value2} left out.</source>
            <comment>below</comment>
            <translation>Nur in einem Arm vorhanden und ausgelassen: {halves}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>The truth of {unknown} is not known; sensitivity and figure of merit are of the others.</source>
            <comment>below</comment>
            <translation>Die Wahrheit ist nicht bekannt für: {unknown}; Sensitivität und Figure of Merit beziehen sich auf die übrigen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>No focus was marked.</source>
            <comment>below</comment>
            <translation>Es wurde kein Fokus markiert.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Lesion "{lesion}" of case {case} is there twice. Keep one.</source>
            <comment>below</comment>
            <translation>Die Läsion „{lesion}“ von Fall {case} ist doppelt vorhanden. Eine behalten.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Case {case} has lesions, and a line that says it has none. Keep one of them.</source>
            <comment>below</comment>
            <translation>Fall {case} hat Läsionen und eine Zeile, nach der er keine hat. Nur eines davon behalten.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>No case has a lesion, so there is no figure of merit.</source>
            <comment>below</comment>
            <translation>Kein Fall hat eine Läsion; es gibt deshalb keine Figure of Merit.</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>{reader} read no case of one kind and is not in the figure of merit.</source>
            <comment>below</comment>
            <translation>{reader} hat von einer der beiden Arten keinen Fall befundet und geht nicht in die Figure of Merit ein.</translation>
        </message>
        <message>
            <location filename="../../station/reading/margins.py" />
            <source>There is no interval to compare with the margin.</source>
            <comment>below</comment>
            <translation>Es gibt kein Intervall zum Vergleich mit der Schranke.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>The readers' mean differences are the same, so only the cases vary in this test.</source>
            <comment>below</comment>
            <translation>Die mittleren Differenzen der Befunder sind gleich; in diesem Test variieren deshalb nur die Fälle.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>Two readers are the fewest that say anything about others; an effect has to be about the same in both, and large, to be significant for readers as a sample.</source>
            <comment>below</comment>
            <translation>Zwei Befunder sind die kleinste Zahl, die etwas über andere aussagt; ein Effekt muss bei beiden etwa gleich und groß sein, um für Befunder als Stichprobe signifikant zu sein.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>One case is too few for a test over cases.</source>
            <comment>below</comment>
            <translation>Ein Fall ist zu wenig für einen Test über Fälle.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>All {sampled} show the same difference, {effect}; without spread there is no test.</source>
            <comment>below</comment>
            <translation>Bei allen ({sampled}) dieselbe Differenz, {effect}; ohne Streuung gibt es keinen Test.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>All {sampled} show no difference, so there is nothing to test.</source>
            <comment>below</comment>
            <translation>Bei allen ({sampled}) keine Differenz; es gibt deshalb nichts zu testen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>No reader has a case in both arms.</source>
            <comment>below</comment>
            <translation>Kein Befunder hat einen Fall in beiden Armen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>One reader: the result is about this reader, and says nothing about others.</source>
            <comment>below</comment>
            <translation>Ein Befunder: Das Ergebnis gilt für diesen Befunder und sagt nichts über andere.</translation>
        </message>
        <message>
            <location filename="../../station/reading/names.py" />
            <source>These {what} look the same: {listed}. Write each name in one way only; where they are different, give them names that nobody can confuse.</source>
            <comment>below</comment>
            <translation>Namen, die gleich aussehen ({what}): {listed}. Jeden Namen nur auf eine Weise schreiben; wo sie Verschiedenes bezeichnen, Namen geben, die niemand verwechseln kann.</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>Every score is the same; there is nothing to model.</source>
            <comment>below</comment>
            <translation>Alle Scores sind gleich; es gibt nichts zu modellieren.</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>The scores of the two arms overlap too little for a finite odds ratio.</source>
            <comment>below</comment>
            <translation>Die Scores der beiden Arme überlappen sich zu wenig für eine endliche Odds Ratio.</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>Fewer than {fewest_cases} cases are too few for the ordinal model.</source>
            <comment>below</comment>
            <translation>Weniger als {fewest_cases} Fälle sind zu wenig für das ordinale Modell.</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>There are scores in one arm only.</source>
            <comment>below</comment>
            <translation>Scores gibt es nur in einem Arm.</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>The likelihood of the ordinal model has no clear maximum in these scores.</source>
            <comment>below</comment>
            <translation>Die Likelihood des ordinalen Modells hat bei diesen Scores kein klares Maximum.</translation>
        </message>
        <message>
            <location filename="../../station/reading/pace.py" />
            <source>Reads faster: {recent} s per case over the last {recent2}, {before} s before. Ask whether something disturbs the reading.</source>
            <comment>below</comment>
            <translation>Befundet schneller: {recent} s je Fall bei den letzten {recent2}, davor {before} s. Nachfragen, ob etwas die Befundung stört.</translation>
        </message>
        <message>
            <location filename="../../station/reading/pace.py" />
            <source>Scores {way}: {first} on average over the first {third}, {last} over the last. The order is random; ask whether the scale is still used as at the start.</source>
            <comment>below</comment>
            <translation>Scores mit Trend ({way}): im Mittel {first} bei den ersten {third}, {last} bei den letzten. Die Reihenfolge ist zufällig; nachfragen, ob die Skala noch so verwendet wird wie zu Beginn.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>The pilot has {count_of} and {count_of2} that all of them scored in both arms for "{criterion}". A plan needs 2 readers and {fewest_cases} cases.</source>
            <comment>below</comment>
            <translation>Die Pilotstudie umfasst: {count_of}; von allen in beiden Armen für „{criterion}“ bewertet: {count_of2}. Eine Planung braucht 2 Befunder und {fewest_cases} Fälle.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>No number of {what} is given. Choose {low} to {high}.</source>
            <comment>below</comment>
            <translation>Keine Anzahl angegeben ({what}). {low} bis {high} wählen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{mean} is not a mean score. Choose {lowest_score} to {highest_score}.</source>
            <comment>below</comment>
            <translation>{mean} ist kein mittlerer Score. {lowest_score} bis {highest_score} wählen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{effect} is not a difference of scores of 1 to 5.</source>
            <comment>below</comment>
            <translation>{effect} ist keine Differenz von Scores von 1 bis 5.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{margin} is not a margin. Choose one above 0 and below 4.</source>
            <comment>below</comment>
            <translation>{margin} ist keine Schranke. Eine über 0 und unter 4 wählen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{capitalize}: {number} is not between {low} and {high}.</source>
            <comment>below</comment>
            <translation>{capitalize}: {number} liegt nicht zwischen {low} und {high}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{value} is not a standard deviation of scores. Choose 0 to {largest_sd}.</source>
            <comment>below</comment>
            <translation>{value} ist keine Standardabweichung von Scores. 0 bis {largest_sd} wählen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>This form does not ask "{id}" on side "{side}". Answer what it asks.</source>
            <comment>below</comment>
            <translation>Dieses Formular fragt „{id}“ auf der Seite „{side}“ nicht ab. Beantworten, was es abfragt.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>"{value}" is not a score. Give a whole number from {scores} to {scores2}.</source>
            <comment>below</comment>
            <translation>„{value}“ ist kein Score. Eine ganze Zahl von {scores} bis {scores2} angeben.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>"{value}" is neither yes nor no. Answer yes or no.</source>
            <comment>below</comment>
            <translation>„{value}“ ist weder Ja noch Nein. Mit Ja oder Nein antworten.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>A text can have at most {longest_text} characters. Shorten it.</source>
            <comment>below</comment>
            <translation>Ein Text darf höchstens {longest_text} Zeichen haben. Ihn kürzen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>Not answered yet: {names}. Answer everything, then confirm.</source>
            <comment>below</comment>
            <translation>Noch nicht beantwortet: {names}. Alles beantworten, dann bestätigen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>Foci cannot be stored like this: {error}.</source>
            <comment>below</comment>
            <translation>Foki können so nicht gespeichert werden: {error}.</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>One item is too few for an intraclass correlation.</source>
            <comment>below</comment>
            <translation>Ein Item ist zu wenig für eine Intraklassenkorrelation.</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>The items have no spread, so a correlation within them does not exist.</source>
            <comment>below</comment>
            <translation>Die Items haben keine Streuung; eine Korrelation innerhalb der Items gibt es deshalb nicht.</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>No item was scored by two readers.</source>
            <comment>below</comment>
            <translation>Kein Item wurde von zwei Befundern bewertet.</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>Every score is the same, so alpha does not exist.</source>
            <comment>below</comment>
            <translation>Alle Scores sind gleich; Alpha gibt es deshalb nicht.</translation>
        </message>
        <message>
            <location filename="../../station/reading/vgc.py" />
            <source>No reading has both arms, so there is no curve.</source>
            <comment>below</comment>
            <translation>Keine Befundung umfasst beide Arme; es gibt deshalb keine Kurve.</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>A reader study needs cases, but none was chosen. Choose at least one.</source>
            <comment>below</comment>
            <translation>Eine Reader-Studie braucht Fälle, aber es wurde keiner gewählt. Mindestens einen wählen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The protocol repeats {repeats} images, but there are {cases} cases. Choose more cases, or set repeats to {cases2} or less.</source>
            <comment>below</comment>
            <translation>Das Protokoll wiederholt {repeats} Bilder, aber die Anzahl der Fälle ist {cases}. Mehr Fälle wählen oder repeats auf {cases2} oder weniger setzen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The protocol requires {washout_cases} others between two images of one patient; with {cases} cases and {repeats} repeats there is room for {largest}. Choose more cases, or set washout_cases to {largest2} or less.</source>
            <comment>below</comment>
            <translation>Das Protokoll verlangt {washout_cases} andere zwischen zwei Bildern eines Patienten; mit {cases} Fällen und {repeats} Wiederholungen ist Platz für {largest}. Mehr Fälle wählen oder washout_cases auf {largest2} oder weniger setzen.</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The case "{case}" was chosen twice, or also for practice. Choose it once.</source>
            <comment>below</comment>
            <translation>Der Fall „{case}“ wurde zweimal gewählt oder auch als Übungsfall. Ihn nur einmal wählen.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no score below its first line. Check the file.</source>
            <comment>below</comment>
            <translation>{path} enthält unter der ersten Zeile keinen Score. Die Datei prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no {thing} below its first line. Check the file.</source>
            <comment>below</comment>
            <translation>{path} enthält unter der ersten Zeile keinen Eintrag dieser Art: {thing}. Die Datei prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no reference tissue and no lesion of a conventional or a DL image. Export the VOIs of both images.</source>
            <comment>below</comment>
            <translation>{path} enthält kein Referenzgewebe und keine Läsion eines konventionellen oder eines DL-Bildes. Die VOIs beider Bilder exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path}: the VOIs are in {units}; they can be compared in one kind of SUV only. Export them again in SUVbw.</source>
            <comment>below</comment>
            <translation>{path}: Die VOIs haben die Einheiten {units}; vergleichen lassen sie sich nur in einer einzigen SUV-Art. Sie erneut in SUVbw exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{first} is there too. The score is one of them: leave it out.</source>
            <comment>below</comment>
            <translation>Auch {first} ist angegeben. Der Score ist einer von beiden: diesen weglassen.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path}: "{voi_name}" of patient {patient_id} was measured in two {role} series. Keep the lines of one.</source>
            <comment>below</comment>
            <translation>{path}: „{voi_name}“ des Patienten {patient_id} wurde in zwei Serien derselben Art gemessen ({role}). Nur die Zeilen einer Serie behalten.</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>"{text}" is not {article} {name}. Write {words}.</source>
            <comment>below</comment>
            <translation>„{text}“ ist kein zulässiger Wert für „{article} {name}“. {words} schreiben.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is larger than {largest_file_bytes} MB; it cannot be such a table. Check the path.</source>
            <comment>below</comment>
            <translation>{path} ist größer als {largest_file_bytes} MB; eine solche Tabelle kann es nicht sein. Den Pfad prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is a file of a spreadsheet program. Save it there as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path} ist die Datei eines Tabellenkalkulationsprogramms. Sie dort als „CSV UTF-8“ speichern.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is empty. The first line of {what} is {columns}.</source>
            <comment>below</comment>
            <translation>{path} ist leer. Die erste Zeile einer Datei dieser Art ({what}) lautet {columns}.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{where}: two columns {both}. Keep one of them.</source>
            <comment>below</comment>
            <translation>{where}: Zwei Spalten gelten als dieselbe ({both}). Eine davon behalten.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" is a date, which a spreadsheet makes of some numbers. Format the column as text and type the number again.</source>
            <comment>below</comment>
            <translation>„{text}“ ist ein Datum; eine Tabellenkalkulation macht manche Zahlen dazu. Die Spalte als Text formatieren und die Zahl erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" can be {decimal} or {whole}. Save the numbers with a decimal point and without a thousands separator.</source>
            <comment>below</comment>
            <translation>„{text}“ kann {decimal} oder {whole} sein. Die Zahlen mit Dezimalpunkt und ohne Tausendertrennzeichen speichern.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" is a long number that a spreadsheet has shortened. Format the column as text and enter it again in full.</source>
            <comment>below</comment>
            <translation>„{text}“ ist eine lange Zahl, die eine Tabellenkalkulation gekürzt hat. Die Spalte als Text formatieren und sie vollständig erneut eingeben.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{count} under {count_of}. Put a text with "{separator}" in it into quotes.</source>
            <comment>below</comment>
            <translation>{count} unter {count_of}. Einen Text, der „{separator}“ enthält, in Anführungszeichen setzen.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <location filename="../../station/toml_table.py" />
            <source>{path} cannot be read: {strerror}. Check the path.</source>
            <comment>below</comment>
            <translation>{path} kann nicht gelesen werden: {strerror}. Den Pfad prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path}, line {line}: this is not UTF-8 text, and its letters can be read in several ways. Save it as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path}, Zeile {line}: Dies ist kein UTF-8-Text, und seine Buchstaben lassen sich auf mehrere Arten lesen. Die Datei als „CSV UTF-8“ speichern.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" has a thousands separator. Save the numbers without it.</source>
            <comment>below</comment>
            <translation>„{text}“ hat ein Tausendertrennzeichen. Die Zahlen ohne dieses speichern.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path}, line {number}: this is not CSV ({error}). Check the quotes.</source>
            <comment>below</comment>
            <translation>{path}, Zeile {number}: Dies ist kein CSV ({error}). Die Anführungszeichen prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is not whole: its letters in UTF-16 break off. Save it as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path} ist nicht vollständig: Die Buchstaben in UTF-16 brechen ab. Die Datei als „CSV UTF-8“ speichern.</translation>
        </message>
        <message>
            <location filename="../../station/report/voi_csv.py" />
            <source>{path} is not a table of measurements: it has no column {missing}. Choose a CSV file that Station wrote.</source>
            <comment>below</comment>
            <translation>{path} ist keine Tabelle von Messwerten: Die Spalte {missing} fehlt. Eine CSV-Datei wählen, die Station geschrieben hat.</translation>
        </message>
        <message>
            <location filename="../../station/report/voi_csv.py" />
            <source>"{cell}" cannot be a value of {name}. Export the measurements again.</source>
            <comment>below</comment>
            <translation>„{cell}“ kann kein Wert von {name} sein. Die Messwerte erneut exportieren.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}, {where}: {words}. Correct the TOML syntax there.</source>
            <comment>below</comment>
            <translation>{path}, {where}: {words}. Die TOML-Syntax dort korrigieren.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}: {words}. Correct the TOML syntax.</source>
            <comment>below</comment>
            <translation>{path}: {words}. Die TOML-Syntax korrigieren.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path} is larger than 256 KB; it cannot be {thing}. Check the path.</source>
            <comment>below</comment>
            <translation>{path} ist größer als 256 KB; das kann nicht die erwartete Datei sein ({thing}). Den Pfad prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8.</source>
            <comment>below</comment>
            <translation>{path}, Zeile {line}: Dies ist kein UTF-8-Text. Die Datei als UTF-8 speichern.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}: brackets are nested too deep for {thing}. Check the path.</source>
            <comment>below</comment>
            <translation>{path}: Klammern sind für die erwartete Datei ({thing}) zu tief verschachtelt. Den Pfad prüfen.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>"{key}" is not a key of {called}{key2} The keys are: {known}.</source>
            <comment>below</comment>
            <translation>„{key}“ ist kein zulässiger Schlüssel in {called}{key2} Die Schlüssel sind: {known}.</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{called} has no {key}. Add {example}.</source>
            <comment>below</comment>
            <translation>In {called} fehlt {key}. {example} hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../station/whole_file.py" />
            <source>{what_needs} {needed} MB and {free_space_kept} MB must stay free, but {folder} has {free} MB left. Free some space, or {remedy}.</source>
            <comment>below</comment>
            <translation>{what_needs} {needed} MB, und {free_space_kept} MB müssen frei bleiben, aber in {folder} sind noch {free} MB frei. Speicherplatz freigeben oder: {remedy}.</translation>
        </message>
        <message>
            <location filename="../../station/whole_file.py" />
            <source>{what} cannot be written: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{what} kann nicht geschrieben werden: {value}. Einen anderen Ordner wählen oder Speicherplatz freigeben.</translation>
        </message>
    </context>
</TS>
