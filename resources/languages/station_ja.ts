<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>Station</name>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Results of a batch are not shown during a blinded reading.</source>
            <translation>盲検読影中は一括処理の結果を表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>Reading the results in {name}</source>
            <translation>{name}の結果の読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/batches.py" />
            <source>The files of patient {cells} are no longer where the batch found them. Open their folder.</source>
            <translation>患者{cells}のファイルが、一括処理で見つかった場所にありません。フォルダーを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/state.py" />
            <source>PET without description</source>
            <translation>説明のないPET</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Proposals by rule, for a person to judge: not a verdict, not a diagnosis.</source>
            <translation>規則に基づく提案です。判断は読影者が行ってください。判定でも診断でもありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion</source>
            <translation>病変</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Site</source>
            <translation>部位</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not in view</source>
            <translation>撮像範囲外</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>stomach, bowel</source>
            <translation>胃、腸管</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <source>blood pool</source>
            <translation>血液プール</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}: not possible. {problem}</source>
            <translation>{rule}: 判定できません。{problem}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>met</source>
            <translation>満たす</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not met</source>
            <translation>満たさない</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>not known</source>
            <translation>不明</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/table.py" />
            <source>{count} parts</source>
            <extracomment>One: {count} part</extracomment>
            <translation>
                <numerusform>構成部分{count}個</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL peak</source>
            <translation>SUL peak</translation>
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
            <translation>辺縁は{distance_mm:.0f} mm離れています</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Lesions: {lesions}.</source>
            <translation>病変: {lesions}。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Alignment: {verdict}. {sentence}</source>
            <translation>位置合わせ: {verdict}。{sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Caution: {sentence}</source>
            <translation>注意: {sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{rule}, proposed: {outcome}</source>
            <translation>{rule}、提案: {outcome}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden above {unit} {level:.2f}: {sums}</source>
            <translation>{unit} {level:.2f}以上の腫瘍量: {sums}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the open study as a proposal: check its place.</source>
            <translation>開いている検査に提案として引き継がれました。位置を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>They overlap</source>
            <translation>互いに重なっています</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{both} after the alignment.</source>
            <translation>位置合わせ後、{both}。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Current</source>
            <translation>今回</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Prior</source>
            <translation>前回</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Liver</source>
            <translation>肝</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Blood pool</source>
            <translation>血液プール</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: mean {mean:.2f}, SD {sd:.2f}, max {maximum:.2f} in {volume_ml:.1f} mL ({unit})</source>
            <translation>{organ}: 平均{mean:.2f}、SD {sd:.2f}、最大{maximum:.2f}、{volume_ml:.1f} mL（{unit}）</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>SUL (James) is {sul_per_suv:.3f} × SUVbw</source>
            <translation>SUL（James）はSUVbwの{sul_per_suv:.3f}倍です</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Burden: there is no threshold.</source>
            <translation>腫瘍量: しきい値がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Left out as physiological: {parts}, {volume:.1f} mL ({organs})</source>
            <translation>生理的集積として除外: {parts}、{volume:.1f} mL（{organs}）</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{parts} too small to be listed</source>
            <translation>小さいため一覧にないもの: {parts}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>Carried over to the {proposed} date.</source>
            <translation>{proposed}の検査に引き継がれました。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>prior</source>
            <translation>前回</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/words.py" />
            <source>current</source>
            <translation>今回</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>{organ}: not measured. {why}</source>
            <translation>{organ}: 測定されていません。{why}</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <source>no organ</source>
            <translation>臓器なし</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/table.py" />
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/language.py" />
            <source>no date</source>
            <translation>日付なし</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Nothing is compared with other dates while images are read blinded.</source>
            <translation>盲検読影中は別日の検査との比較を行いません。</translation>
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
            <translation>検査が開かれていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PET that can be shown.</source>
            <translation>開いている検査に、表示できるPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{reader} has not saved a lesion in either study. Place lesions (L), or compare everything above the PERCIST threshold.</source>
            <translation>{reader}は、どちらの検査にも病変を保存していません。病変を配置する（L）か、PERCISTしきい値以上をすべて比較してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS: it may be there.</source>
            <translation>Stationのリストに、この患者の別日のPETがありません。フォルダーを開くか、PACSから取得してください。PACSにある可能性があります。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/compare/workflow.py" />
            <source>{count} studies have this PatientID under another name: they are not offered.</source>
            <extracomment>One: {count} study has this PatientID under another name: it is not offered.</extracomment>
            <translation>
                <numerusform>同じPatientIDで氏名の異なる検査が{count}件あり、候補に含めていません。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>liver</source>
            <translation>肝</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Looking for other dates of this patient…</source>
            <translation>この患者の別日の検査を検索中…</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The open study has no PatientID, so no other study is known to be of this patient. Correct the header, and open the study again.</source>
            <translation>開いている検査にPatientIDがないため、同じ患者の検査を特定できません。ヘッダーを修正し、検査を開き直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The images or their SUV inputs have changed since: compare again.</source>
            <translation>画像またはSUV計算条件がその後変更されました。もう一度比較してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The VOIs have changed since: compare again.</source>
            <translation>VOIがその後変更されました。もう一度比較してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The alignment was changed since: compare again.</source>
            <translation>その後、位置合わせが変更されました。比較をやり直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The {organ} of the open study was put by hand.</source>
            <translation>開いている検査の{organ}は手動で配置されました。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose a lesion.</source>
            <translation>病変を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This lesion has no place in the open study.</source>
            <translation>この病変に対応する位置が、開いている検査にありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} is a VOI of the open study already.</source>
            <translation>{name}はすでに、開いている検査のVOIです。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/library.py" />
            <source>Looking for other dates of this patient</source>
            <translation>この患者の別日の検査の検索</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/viewing/linking.py" />
            <source>Move the other date</source>
            <translation>別日の画像の移動</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Add {name}</source>
            <translation>{name}の追加</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saving the comparison</source>
            <translation>比較結果の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Choose the date to compare with.</source>
            <translation>比較する検査日を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Comparing two dates</source>
            <translation>2つの検査日の比較</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The study of {date} was remembered by another version of Station, or is no longer in the list. Open it once, then compare again.</source>
            <translation>{date}の検査は、別のバージョンのStationで記憶されたものか、リストからなくなっています。一度開いてから、もう一度比較してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>The two studies have one PatientID under different names: they are not known to be of one patient. Nothing is compared.</source>
            <translation>2つの検査は、PatientIDが同じで氏名が異なるため、同一患者か確認できません。比較は行いません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source> That of the {name} date is at its registered place.</source>
            <translation>{name}の検査では、位置合わせで対応する位置にあります。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>{name} has no place in the open study.</source>
            <translation>{name}に対応する位置が、開いている検査にありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>Saved {names} in {name}</source>
            <translation>{name}に{names}を保存しました</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>It was cancelled.</source>
            <translation>キャンセルされました。</translation>
        </message>
        <message>
            <location filename="../../station/app/compare/workflow.py" />
            <source>This reader</source>
            <translation>この読影者</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>An audit tells which image is which: it is off while images are read blinded.</source>
            <translation>検証を行うとどの画像か分かるため、盲検読影中は使用できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>This study has no unfiltered PET with SUV, which an audit needs.</source>
            <translation>この検査には、検証に必要な、SUVのあるフィルタなしPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Auditing the denoiser on {label}</source>
            <translation>{label}でのノイズ低減の検証</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saving the audit</source>
            <translation>検証結果の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/denoise_audit.py" />
            <source>Saved {name}</source>
            <translation>{name}を保存しました</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>An image is being denoised. Wait until it is complete, or press Esc to cancel it.</source>
            <translation>画像のノイズ低減を実行中です。完了するまで待つか、Escを押してキャンセルしてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A network cannot know what the counts do not say. It has learned what images usually look like, and where counts are few it decides by that: a small faint lesion may be taken for noise, and noise for a lesion. Nor does it know this patient, the CT or the question asked.</source>
            <translation>ネットワークは、カウントに含まれない情報を知ることができません。画像の一般的な見え方を学習しており、カウントの少ない部分はそれに基づいて推定します。そのため、小さく淡い病変がノイズとみなされたり、ノイズが病変とみなされたりすることがあります。また、この患者の情報、CT、検査目的も考慮されません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to denoise.</source>
            <translation>この検査には、ノイズ低減の対象となるPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The network is not changed while images are read blinded.</source>
            <translation>盲検読影中はネットワークを変更できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no PET to filter.</source>
            <translation>この検査には、フィルタ処理の対象となるPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>There is no unsaved derived series.</source>
            <translation>未保存の派生シリーズはありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The change map shows which image is which: it is off while images are read blinded.</source>
            <translation>変化マップを表示するとどの画像か分かるため、盲検読影中は使用できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>A change map needs a conventional and a DL image.</source>
            <translation>変化マップには、従来画像とDL画像が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This study has no conventional image; the unfiltered one is shown in its place.</source>
            <translation>この検査には従来画像がないため、代わりにフィルタなしの画像を表示しています。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saving {label}</source>
            <translation>{label}の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoising {label}</source>
            <translation>{label}のノイズ低減</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Denoise {label}</source>
            <translation>{label}のノイズ低減</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Filtering {label}</source>
            <translation>{label}のフィルタ処理</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>This series is not in the open study. Open its study first.</source>
            <translation>このシリーズは、開いている検査のものではありません。先にその検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Comparing DL with conventional</source>
            <translation>DL画像と従来画像の比較</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>from {description}</source>
            <translation>{description}から作成</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <location filename="../../station/app/doubting.py" />
            <source>Loading the denoiser for {label}</source>
            <translation>{label}のためのノイズ低減モデルの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Putting the DL image next to its source</source>
            <translation>DL画像を元画像の隣に配置</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} belongs to another study. Open that study first.</source>
            <translation>{label}は別の検査のものです。先にその検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} was computed here. Choose the series it was made of.</source>
            <translation>{label}はここで計算されたものです。元のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Listing {name}</source>
            <translation>{name}の一覧取得</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Change map</source>
            <translation>変化マップ</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Conventional filter {fwhm_mm:g} mm</source>
            <translation>従来フィルタ {fwhm_mm:g} mm</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>What was written to {target} could not be read back. Choose another folder and save again.</source>
            <translation>{target}に書き込んだデータを読み戻せませんでした。別のフォルダーを選択し、もう一度保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>{label} cannot be denoised without SUV. {suv_problem}</source>
            <translation>SUVがないため、{label}のノイズ低減を実行できません。{suv_problem}</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>Saved {label}</source>
            <translation>{label}を保存しました</translation>
        </message>
        <message>
            <location filename="../../station/app/denoising.py" />
            <source>The SUV inputs were changed while {label} was being denoised, so that was stopped. Denoise it again.</source>
            <translation>{label}のノイズ低減中にSUV計算条件が変更されたため、中止しました。もう一度実行してください。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are not saved.</source>
            <extracomment>One: {names} is not saved.</extracomment>
            <translation>
                <numerusform>保存されていないものがあります: {names}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/desk.py" />
            <source>{names} are still under way.</source>
            <extracomment>One: {names} is still under way.</extracomment>
            <translation>
                <numerusform>実行中のものがあります: {names}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The map of where the network is unsure shows which image is which: it is off while images are read blinded.</source>
            <translation>ネットワークの不確実マップを表示するとどちらの画像かが分かるため、盲検読影中は表示されません。</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The DL image that is shown was not made by a network of this program, so nothing is known of where that is unsure.</source>
            <translation>表示中のDL画像は本プログラムのネットワークで作成されたものではないため、どこが不確実かは分かりません。</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>A map of where the network is unsure needs the unfiltered image that the DL image was made of, in the same study.</source>
            <translation>不確実マップには、DL画像の元となったフィルタなしの画像が同じ検査内に必要です。</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>The DL image was made by weights that are not installed here, such as those of another version of this program. Denoise its source again to see where the network is unsure.</source>
            <translation>このDL画像は、ここにインストールされていない重み(本プログラムの別の版など)で作成されています。不確実な箇所を表示するには、元の画像のノイズ低減を再度行ってください。</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>A map of where the network is unsure needs a DL image.</source>
            <translation>不確実マップにはDL画像が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Where the network is unsure</source>
            <translation>ネットワークが不確実な箇所</translation>
        </message>
        <message>
            <location filename="../../station/app/doubting.py" />
            <source>Looking where the network is unsure</source>
            <translation>ネットワークが不確実な箇所を調べています</translation>
        </message>
        <message>
            <location filename="../../station/app/exports.py" />
            <source>{parent} holds the images that are open, and nothing is written among them. Choose another folder.</source>
            <translation>{parent}には開いている画像があるため、書き込みません。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name}: the computer has run out of memory. Close other programs and try again.</source>
            <translation>{name}: コンピューターのメモリーが不足しました。ほかのプログラムを終了し、もう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/jobs.py" />
            <source>{name} failed: {error}</source>
            <translation>「{name}」に失敗しました: {error}</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>ends what was begun last</source>
            <translation>直前に始めた操作の終了</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next field</source>
            <translation>次の項目へ移動</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the field before</source>
            <translation>前の項目へ移動</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>copies</source>
            <translation>コピー</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>pastes</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>cuts</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>selects all</source>
            <translation>すべて選択</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>opens the menu of a row</source>
            <translation>行のメニューの表示</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>says that no focus is seen</source>
            <translation>「限局集積なし」の回答</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers yes</source>
            <translation>「はい」の回答</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>answers no</source>
            <translation>「いいえ」の回答</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the question before</source>
            <translation>前の質問へ移動</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>goes to the next question</source>
            <translation>次の質問へ移動</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>confirms</source>
            <translation>確定</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>scores</source>
            <translation>スコアの入力</translation>
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
            <translation>操作「{id}」はありません。`station settings`ですべての操作が一覧表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>"{key}" is not a key. Write one such as B, F5, PgUp, Ctrl+B or Ctrl+Shift+B.</source>
            <translation>「{key}」はキーではありません。B、F5、PgUp、Ctrl+B、Ctrl+Shift+Bのように指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{what} can have {most} keys at most.</source>
            <translation>「{what}」に割り当てられるキーは{most}個までです。</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in every window. Choose another key.</source>
            <translation>{key}は、すべてのウィンドウで「{does}」に使用されます。別のキーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} {does} in a blinded reading, where {named} has a key too. Choose another key.</source>
            <translation>{key}は盲検読影で「{does}」に使用され、{named}も盲検読影でキーを使用します。別のキーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/keys.py" />
            <source>{key} is the key of {named}. Choose another key, or take it away there first.</source>
            <translation>{key}は{named}のキーです。別のキーを選択するか、先にそのキーの割り当てを外してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>, </source>
            <comment>between the things of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} and {final}</source>
            <comment>a list</comment>
            <translation>{others}、{final}</translation>
        </message>
        <message>
            <location filename="../../station/app/language.py" />
            <source>{others} or {final}</source>
            <comment>a list</comment>
            <translation>{others}または{final}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/status.py" />
            <source>{count} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation>
                <numerusform>{count}件の検査</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count:,} left out</source>
            <translation>{count:,}個を除外</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{studies} with {series} series in {files:,} files, {left_out}.</source>
            <translation>ファイル{files:,}個: {studies}、{series}シリーズ、{left_out}。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>No image was found in {where}: {count} left out. {name}: {reason}</source>
            <translation>{where}に画像が見つかりませんでした。{count}個のファイルを除外しました。{name}: {reason}</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Projecting {label}</source>
            <translation>{label}の投影</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>the given paths</source>
            <translation>指定されたパス</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no files.</source>
            <translation>{where}にファイルがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{where} contains no DICOM images.</source>
            <translation>{where}にDICOM画像がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading the list of studies</source>
            <translation>検査リストの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Searching</source>
            <translation>検索</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Taking a study off the list</source>
            <translation>検査をリストから外す処理</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{count} paths</source>
            <translation>{count}個のパス</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening {name}</source>
            <translation>{name}を開く処理</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>{files} next to the images can be read as VOIs: {kinds}.</source>
            <translation>画像と同じ場所にある{files}を、VOIとして読み込めます: {kinds}。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Opening the study</source>
            <translation>検査を開く処理</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <location filename="../../station/ui/notice.py" />
            <source>Making the demo study</source>
            <translation>デモ検査の作成</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Reading what is stored</source>
            <translation>保存データの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The list has an earlier date of this patient: {day}.</source>
            <translation>リストに、この患者の過去の検査があります: {day}。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Finding the series</source>
            <translation>シリーズの検索</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Loading {label}</source>
            <translation>{label}の読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Getting ready to measure</source>
            <translation>測定の準備</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Recording the typed value</source>
            <translation>手入力値の記録</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs</source>
            <translation>VOIの取得</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the VOIs of the other date</source>
            <translation>別日のVOIの取得</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Storing the VOIs</source>
            <translation>VOIの保存</translation>
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
            <translation>氏名なし</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>Fetching the history</source>
            <translation>履歴の取得</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/library.py" />
            <source>{count} files</source>
            <extracomment>One: {count} file</extracomment>
            <translation>
                <numerusform>{count}個のファイル</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>The series of {patient_name} was remembered by another version of Station. Open its study once, then put it here.</source>
            <translation>{patient_name}のシリーズは、別のバージョンのStationで記憶されたものです。検査を一度開いてから、ここに配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/library.py" />
            <source>This study is not in the list. Open its folder again.</source>
            <translation>この検査はリストにありません。フォルダーを開き直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Station knows no PACS. Add one under File ▸ PACS servers.</source>
            <translation>PACSが登録されていません。ファイル ▸ PACSサーバーで追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Nothing was made of this study yet: no derived series, no VOI, no image is shown.</source>
            <translation>この検査で作成されたものはまだありません。派生シリーズもVOIもなく、画像も表示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>There is no VOI.</source>
            <translation>VOIがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>No image is shown.</source>
            <translation>画像が表示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file.</source>
            <translation>この検査には、ファイルになっている画像がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} is not saved, so no report can name its images.</source>
            <translation>{label}が保存されていないため、レポートから画像を参照できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>QA grade and checks of {label} (SR)</source>
            <translation>{label}のQAグレードとチェック（SR）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI measurements (SR)</source>
            <translation>VOI測定値（SR）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as segmentation (SEG)</source>
            <translation>VOIのセグメンテーション（SEG）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOIs as contours (RTSTRUCT)</source>
            <translation>VOIの輪郭（RTSTRUCT）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>VOI page (PDF)</source>
            <translation>VOIのページ（PDF）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Report of the study (PDF)</source>
            <translation>検査のレポート（PDF）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>What is on the screen (key image)</source>
            <translation>画面の表示内容（キー画像）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>Writing what is sent</source>
            <translation>送信データの書き込み</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>No image of the study is in a file, so no document can name it.</source>
            <translation>この検査にはファイルになっている画像がないため、文書から参照できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A grade that was chosen is no longer there. Grade the image again.</source>
            <translation>選択されたグレードがなくなりました。画像のグレード判定をもう一度行ってください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>A series that was chosen is no longer there. Open the study again.</source>
            <translation>選択されたシリーズがなくなりました。検査を開き直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>{label} belongs to a study that is no longer open. Open it again.</source>
            <translation>{label}は、閉じられた検査のものです。検査を開き直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/sending.py" />
            <source>It is in no file, so no report can name it.</source>
            <translation>ファイルになっていないため、レポートから参照できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Nothing of PACS is shown during a blinded reading.</source>
            <translation>盲検読影中はPACSの情報を表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Station knows no PACS yet. Add one with its address and AE titles to look through its studies.</source>
            <translation>PACSが登録されていません。アドレスとAEタイトルを登録すると、PACSの検査を検索できます。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>here</source>
            <translation>あり</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>partly here</source>
            <translation>一部あり</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{nothing} Search with fewer words, longer ago or in all modalities.</source>
            <translation>{nothing}検索語を減らすか、期間を広げるか、すべてのモダリティで検索してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} was found.</source>
            <translation>{where}に{no_study}は見つかりませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type a name or an ID, or choose how long ago the study was.</source>
            <translation>氏名またはIDを入力するか、検査の期間を選択してください。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count:,} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation>
                <numerusform>{count:,}枚の画像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored</source>
            <translation>{sent:,} ✓ 送信 ✓ 保存</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} earlier PET studies</source>
            <extracomment>One: {count} earlier PET study</extracomment>
            <translation>
                <numerusform>過去のPET検査{count}件</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} on {servers}</source>
            <translation>{servers}に{count}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Reading the list of servers…</source>
            <translation>サーバーリストの読み込み中…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No server is chosen. Tick one under Servers.</source>
            <translation>サーバーが選択されていません。サーバーの一覧で選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Searching on {asked}…</source>
            <translation>{asked}で検索中…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>PET study</source>
            <comment>there is none</comment>
            <translation>PET検査</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>study</source>
            <comment>there is none</comment>
            <translation>検査</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{no_study} on {where} matches "{words}".</source>
            <translation>{where}に「{words}」に一致する{no_study}はありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Type {fewest_letters} letters or more of a name or an ID.</source>
            <translation>氏名またはIDを{fewest_letters}文字以上入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>All of it is on this computer</source>
            <translation>すべてこのコンピューターにあります</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>A part of it is on this computer</source>
            <translation>一部がこのコンピューターにあります</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Not on this computer</source>
            <translation>このコンピューターにはありません</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study</source>
            <translation>検査</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{done:,} of {wanted:,}</source>
            <translation>{done:,}/{wanted:,}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{sent:,} ✓ sent ✓ stored ✓ committed</source>
            <translation>{sent:,} ✓ 送信 ✓ 保存 ✓ コミット</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of today</source>
            <translation>今日の{what}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 7 days</source>
            <translation>過去7日間の{what}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what} of the last 30 days</source>
            <translation>過去30日間の{what}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>No {what}</source>
            <translation>{what}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/state.py" />
            <source>{count} answers</source>
            <extracomment>One: {count} answer</extracomment>
            <translation>
                <numerusform>{count}件の応答</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Series {number}</source>
            <translation>シリーズ{number}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>no description</source>
            <translation>説明なし</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Asking the server…</source>
            <translation>サーバーに問い合わせ中…</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{duration} left</source>
            <translation>残り{duration}</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{images_words} received</source>
            <translation>{images_words}を受信</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Received</source>
            <translation>受信済み</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{server} has more than the {count:,} studies listed. Narrow the search.</source>
            <translation>{server}には、一覧の{count:,}件より多くの検査があります。検索を絞り込んでください。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{answers} of {server} cannot be read and are left out.</source>
            <translation>{server}の{answers}は読み取れないため、除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>{counted} arrived</source>
            <translation>{counted} 到着</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <location filename="../../station/app/quality/state.py" />
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped at {counted}</source>
            <translation>{counted}で中止</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/state.py" />
            <source>Stopped</source>
            <translation>中止</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{missing:,} of {images_words} did not arrive.</source>
            <translation>{images_words}のうち{missing:,}枚が届きませんでした。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} objects</source>
            <extracomment>One: {count} object</extracomment>
            <translation>
                <numerusform>{count}個のオブジェクト</numerusform>
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
                <numerusform>PACSとの転送が{count}件実行中です。次回の起動時に再開できます。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not committed.</source>
            <extracomment>One: {count:,} of {total} was not committed.</extracomment>
            <translation>
                <numerusform>{total}のうち{count:,}個がコミットされませんでした。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count:,} of {total} were not stored.</source>
            <extracomment>One: {count:,} of {total} was not stored.</extracomment>
            <translation>
                <numerusform>{total}のうち{count:,}個が保存されませんでした。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading the list of servers</source>
            <translation>サーバーリストの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Searching on {name}</source>
            <translation>{name}での検索</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking what is here</source>
            <translation>このコンピューターの検査の確認</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Asking for series</source>
            <translation>シリーズの問い合わせ</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching a slice</source>
            <translation>スライスの取得</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Looking for earlier studies</source>
            <translation>過去の検査の検索</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Keeping the server</source>
            <translation>サーバー設定の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Removing the server</source>
            <translation>サーバーの削除</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Testing {name}</source>
            <translation>{name}の接続テスト</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Reading how Station listens</source>
            <translation>受信サービスの設定の読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Setting the listener</source>
            <translation>受信サービスの設定</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Beginning to listen</source>
            <translation>受信サービスの開始</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{aet} on {host}:{port}</source>
            <translation>{aet}（{host}:{port}）</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{arrived} arrived while you were reading.</source>
            <translation>読影中に{arrived}が届きました。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Fetching from PACS</source>
            <translation>PACSからの取得</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Sending to PACS</source>
            <translation>PACSへの送信</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/pacs/workflow.py" />
            <source>{count} transfers from or to PACS were interrupted.</source>
            <extracomment>One: {count} transfer from or to PACS was interrupted.</extracomment>
            <translation>
                <numerusform>PACSとの転送が{count}件中断されました。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>A study with {images} arrived from {sender}.</source>
            <translation>{sender}から検査（{images}）が届きました。</translation>
        </message>
        <message>
            <location filename="../../station/app/pacs/workflow.py" />
            <source>Station no longer knows the server {server}. Add it again under PACS servers.</source>
            <translation>サーバー{server}の登録がなくなりました。PACSサーバーでもう一度追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not a size of text. Use a whole number from {low} to {high} (percent).</source>
            <translation>「{value}」は文字の大きさとして使用できません。{low}～{high}の整数（パーセント）を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{value}" is not an SUV window. Write its upper bound, from {suv_limits:g} to {suv_limits2:g}, such as 7.</source>
            <translation>「{value}」はSUVウィンドウではありません。上限を{suv_limits:g}～{suv_limits2:g}の範囲で、7のように指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>The SUV windows on keys are {presets} upper bounds, each larger than the one before, such as 5 6 7 10 15 20.</source>
            <translation>キーのSUVウィンドウには、5 6 7 10 15 20のように、小さい順に{presets}個の上限を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <source>"{text}" is not a folder. Write the whole path of one that exists.</source>
            <translation>「{text}」はフォルダーではありません。存在するフォルダーの完全なパスを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not {what}. Use {names}.</source>
            <translation>「{text}」は{what}ではありません。{names}を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <location filename="../../station/app/preferences.py" />
            <location filename="../../station/app/settings_by_name.py" />
            <source>a decimal sign</source>
            <translation>小数点の記号</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This study has no PET to grade.</source>
            <translation>この検査には、グレード判定の対象となるPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The quality of an image can reveal which it is: it is hidden while images are read blinded.</source>
            <translation>画質からどの画像か分かることがあるため、盲検読影中は表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is being graded.</source>
            <translation>{label}のグレード判定中です。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has no grade yet.</source>
            <translation>この画像にはまだグレードがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>There is no grade, so nothing drives it.</source>
            <translation>グレードがないため、要因もありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>This image has not been checked yet.</source>
            <translation>この画像はまだチェックされていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>The liver sphere was placed automatically.</source>
            <translation>肝の球VOIは自動で配置されました。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>{label} is not shown, and what is shown is in another frame of reference. Show it first.</source>
            <translation>{label}は表示されておらず、表示中の画像は座標系が異なります。先に{label}を表示してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Quality {grade} of 5: {verdict}</source>
            <translation>画質 {grade}/5: {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Quality {grade} of 5: {verdict}, P(Good) {probability_good:.2f}</source>
            <translation>画質 {grade}/5: {verdict}、P(Good) {probability_good:.2f}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Driven by {drivers}.</source>
            <translation>主な要因: {drivers}。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>What may have gone wrong: {causes}</source>
            <translation>考えられる問題: {causes}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>To look at</source>
            <translation>要確認項目</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is graded once the images are shown.</source>
            <translation>画像が表示された後にグレード判定を行います。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>not graded</source>
            <translation>未判定</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>grading…</source>
            <translation>判定中…</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>It is being graded.</source>
            <translation>グレード判定中です。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/state.py" />
            <source>Not graded. {why}</source>
            <translation>グレード判定されていません。{why}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Automatic grading is switched off (menu Quality).</source>
            <translation>自動グレード判定はオフです（画質メニュー）。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It was stopped by hand.</source>
            <translation>手動で停止されました。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>It is one of several images in one series, such as time frames, which are not graded automatically.</source>
            <translation>時間フレームなど、1シリーズに複数の画像があるものは、自動グレード判定の対象外です。</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grade automatically</source>
            <translation>自動グレード判定</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Reading the stored grades</source>
            <translation>保存済みグレードの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Looking for stored grades</source>
            <translation>保存済みグレードの検索</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report of {label}</source>
            <translation>{label}のレポートの作成</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Grading {label}</source>
            <translation>{label}のグレード判定</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Storing the grade</source>
            <translation>グレードの保存</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere by hand</source>
            <translation>肝の球VOIの手動配置</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Place the liver sphere automatically</source>
            <translation>肝の球VOIの自動配置</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Loading the grader</source>
            <translation>グレード判定モデルの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Writing the report</source>
            <translation>レポートの作成</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>The grade was not stored. {sentence}</source>
            <translation>グレードは保存されませんでした。{sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/quality/workflow.py" />
            <source>Wrote the QA report {name}</source>
            <translation>QAレポート{name}を書き出しました</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole: {entries:,} entries, and every image is what it was. Last hash: {head}{cautions}</source>
            <translation>記録は完全です。{entries:,}件の記録があり、すべての画像に変更はありません。最後のハッシュ: {head}{cautions}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Looking for grades</source>
            <translation>グレードの検索</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Comparing with the QA grade</source>
            <translation>QAグレードとの比較</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is broken. {sentence}</source>
            <translation>記録が破損しています。{sentence}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>The record is whole, but images are not what they were when the study was made: {changed_images}. Put them back from a backup.</source>
            <translation>記録は完全ですが、読影実験の作成後に変更された画像があります: {changed_images}。バックアップから復元してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reading the record</source>
            <translation>記録の読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Locking the study</source>
            <translation>読影実験の固定</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Unlocking the study</source>
            <translation>読影実験の固定解除</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Reopening a reader's set</source>
            <translation>読影者のセットの再開</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Withdrawing a reader</source>
            <translation>読影者の除外</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Waiving the washout</source>
            <translation>ウォッシュアウトの免除</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Adding {name}</source>
            <translation>{name}の追加</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Setting a password</source>
            <translation>パスワードの設定</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Changing the password</source>
            <translation>パスワードの変更</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Opening the key</source>
            <translation>対応表の開封</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Checking the record</source>
            <translation>記録のチェック</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <location filename="../../station/app/voi/exporting.py" />
            <source>Writing {name}</source>
            <translation>{name}の書き出し</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Writing the analysis</source>
            <translation>解析の書き出し</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>Grading images</source>
            <translation>画像のグレード判定</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source>{busy} is still under way. Wait for it.</source>
            <translation>「{busy}」が実行中です。完了するまでお待ちください。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/coordination.py" />
            <source> Note:{cautions}</source>
            <translation> 注意:{cautions}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The folder has {count} PET images in place of one.</source>
            <translation>フォルダーに、1つではなく{count}個のPET画像があります。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <location filename="../../station/app/reading/workflow.py" />
            <source>Loading</source>
            <translation>読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/images.py" />
            <source>The image of {code} cannot be read: its files are missing or damaged, or this station does not see them. Tell the coordinator.</source>
            <translation>{code}の画像を読み込めません。ファイルがないか破損している、またはこの端末からアクセスできません。管理者に連絡してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Was locked, its key was open, and it was unlocked: "{reason}"</source>
            <translation>一度固定され、対応表が開封された後、固定が解除されました: 「{reason}」</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} days</source>
            <extracomment>One: {count} day</extracomment>
            <translation>
                <numerusform>{count}日</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due {day}, {when}</source>
            <translation>期限 {day}（{when}）</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, practice {number}</source>
            <translation>{code}、練習{number}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, no. {number}</source>
            <translation>{code}、{number}番</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}, shown again</source>
            <translation>{place}、再提示</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}: confirmed {moment} after {duration}</source>
            <translation>{place}: {moment}に確定（所要時間 {duration}）</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{place}: confirmed {moment}</source>
            <translation>{place}: {moment}に確定</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{tip}; revised {count} times</source>
            <extracomment>One: {tip}; revised once</extracomment>
            <translation>
                <numerusform>{tip}、修正{count}回</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>images agreed on, not signed</source>
            <translation>合議済みの画像、未署名</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no due date</source>
            <translation>期限なし</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>due today</source>
            <translation>本日が期限</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked.</source>
            <translation>読影実験は固定されています。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is not locked.</source>
            <translation>読影実験は固定されていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The study is locked. Unlock it first.</source>
            <translation>読影実験は固定されています。先に固定を解除してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The consensus has begun: readers have seen each other's scores.</source>
            <translation>合議が始まっており、読影者が互いのスコアを見ています。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Nobody has signed.</source>
            <translation>署名した読影者がいません。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>A study keeps one reader at least.</source>
            <translation>読影実験には少なくとも1名の読影者が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Every reader has signed; the consensus is open.</source>
            <translation>すべての読影者が署名し、合議が始まっています。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The protocol has no washout in days.</source>
            <translation>プロトコルに日数のウォッシュアウトがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>The key is sealed until the study is locked.</source>
            <translation>読影実験を固定するまで、対応表は封印されています。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Entry {number}: {who} {action}, {to_the_second}</source>
            <translation>記録{number}: {who} {action}、{to_the_second}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Station {station}, version {version}</source>
            <translation>Station {station}、バージョン{version}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Hash: {hash}</source>
            <translation>ハッシュ: {hash}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>overdue, {days}</source>
            <translation>期限超過（{days}）</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>the consensus</source>
            <translation>合議</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Read</source>
            <translation>読影済み</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{done} of {total} readings; {signed} of {count} readers signed</source>
            <translation>読影{done}/{total}件、署名{signed}/{count}名</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Time a case</source>
            <translation>1症例の時間</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Discordant</source>
            <translation>不一致</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Consensus</source>
            <translation>合議</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <location filename="../../station/app/words.py" />
            <source>signed</source>
            <translation>署名済み</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>opens when every reader has signed</source>
            <translation>すべての読影者の署名後に開始</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is discordant</source>
            <translation>不一致の画像なし</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Reason: {reason}</source>
            <translation>理由: {reason}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>Before</source>
            <translation>変更前</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>New</source>
            <translation>変更後</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}: {content} readings</source>
            <translation>{whose}: 読影{content}件</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{whose}, session {content}</source>
            <translation>{whose}、セッション{content}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>not signed: {content}</source>
            <translation>未署名: {content}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>yesterday {time}</source>
            <translation>昨日 {time}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>today {time}</source>
            <translation>今日 {time}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{practised} of {count}</source>
            <translation>{practised}/{count}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>median of all readers</source>
            <translation>全読影者の中央値</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>nobody has read yet</source>
            <translation>まだ誰も読影していません</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no image is scored by all yet</source>
            <translation>全員がスコアを付けた画像はまだありません</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{discordant} of {compared} scored by all differ by {points} or more</source>
            <translation>全員がスコアを付けた{compared}件中{discordant}件に{points}以上の差</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>in {days}</source>
            <translation>あと{days}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{days} ago</source>
            <translation>{days}超過</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>{code}, revision {number}</source>
            <translation>{code}、修正{number}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/overview.py" />
            <source>(not shown)</source>
            <translation>（非表示）</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/overview.py" />
            <source>{count} points</source>
            <extracomment>One: {count} point</extracomment>
            <translation>
                <numerusform>{count}点</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Difference</source>
            <translation>差分</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>DL − conventional, in points</source>
            <translation>DL − 従来、点</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Margin</source>
            <translation>マージン</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Of non-inferiority, in points; none: a difference is shown</source>
            <translation>非劣性マージン（点）。空欄の場合は差を検証します</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Conventional score</source>
            <translation>従来画像のスコア</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Mean score of the conventional arm</source>
            <translation>従来画像群の平均スコア</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by arm, SD</source>
            <translation>読影者×群、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How differently readers see each arm; it limits what more cases can do</source>
            <translation>読影者ごとの群の見え方の違い。症例を増やす効果の限界になります</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases by arm, SD</source>
            <translation>症例×群、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>How different the arms of a case are</source>
            <translation>1症例における群間の違い</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>One reading, SD</source>
            <translation>1回の読影、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>What a reader does not repeat</source>
            <translation>読影者が再現しない成分</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Cases, SD</source>
            <translation>症例、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>In both arms alike</source>
            <translation>両群に共通</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers, SD</source>
            <translation>読影者、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>Readers by case, SD</source>
            <translation>読影者×症例、SD</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>To show {goal}:</source>
            <translation>検証目標: {goal}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source> It also has {rest}.</source>
            <translation>ほかに{rest}があります。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <source>From the pilot's "{first}".{others}</source>
            <translation>予備実験の「{first}」から。{others}</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Readers</source>
            <translation>読影者</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/planning.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cases</source>
            <translation>症例</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>{opened}{so_far}. Every opening is recorded, first and last answers are kept, and the analysis uses the {analysed_answers}.</source>
            <translation>{opened}{so_far}。開いた記録はすべて残り、最初と最後の回答が保存されます。解析には次を使用します: {analysed_answers}。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>what the artifact is</source>
            <translation>アーチファクトの内容</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets nobody open a case again</source>
            <translation>プロトコルにより、症例を再び開くことはできません</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>The protocol lets a reader open {cases} again</source>
            <translation>プロトコルにより、読影者は{cases}を再び開くことができます</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source> ({looked_again} so far)</source>
            <translation>（これまでに{looked_again}件）</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/sitting.py" />
            <source>any case</source>
            <translation>任意の症例</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/reading/sitting.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{count} cases</source>
            <extracomment>One: {count} case</extracomment>
            <translation>
                <numerusform>{count}症例</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Station made a mistake while {doing} ({kind}). What is confirmed is stored. Try again, and tell the coordinator if it persists.</source>
            <translation>「{doing}」の処理中にStationで不具合が発生しました（{kind}）。確定した回答は保存されています。もう一度実行し、続く場合は管理者に連絡してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Locking the screen</source>
            <translation>画面のロック</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing in again</source>
            <translation>再サインイン</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Opening a case</source>
            <translation>症例を開く処理</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Revising a reading</source>
            <translation>読影結果の修正</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Signing</source>
            <translation>署名</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Asking what is next</source>
            <translation>次の症例の確認</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing an answer</source>
            <translation>回答の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Confirming</source>
            <translation>確定</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>Storing answers</source>
            <translation>回答の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/reading/workflow.py" />
            <source>loading an image</source>
            <translation>画像の読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source> Did you mean {near}?</source>
            <translation>{near}のことですか。</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>There is no setting "{name}".{meant} `station settings` lists them all.</source>
            <translation>設定「{name}」はありません。{meant}`station settings`ですべての設定が一覧表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is not a CT window. Use {ct_presets}, or two bounds in HU such as -160 240.</source>
            <translation>「{text}」はCTウィンドウではありません。{ct_presets}、または-160 240のようにHUの下限と上限を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>The reader's name is empty. Write a name.</source>
            <translation>読影者名が空欄です。名前を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a layout here</source>
            <translation>ここで使用できるレイアウト</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>"{text}" is neither on nor off. Write on or off.</source>
            <translation>「{text}」はonでもoffでもありません。onまたはoffを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/settings_by_name.py" />
            <source>a colour map</source>
            <translation>カラーマップ</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>The DL image is still being computed. Wait until it is complete, or press Esc to cancel it.</source>
            <translation>DL画像を計算中です。完了するまで待つか、Escを押してキャンセルしてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>another study, {day}</source>
            <translation>別の検査、{day}</translation>
        </message>
        <message>
            <location filename="../../station/app/state.py" />
            <source>ANOTHER PATIENT: {name}, {day}</source>
            <translation>別の患者: {name}、{day}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Uptake time, {note}</source>
            <translation>投与後経過時間、{note}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>{mmol_per_l:.1f} mmol/L</source>
            <translation>{mmol_per_l:.1f} mmol/L</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Age at the scan</source>
            <translation>撮像時の年齢</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>uptake {minutes}</source>
            <translation>投与後 {minutes}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Tracer: {tip}</source>
            <translation>トレーサ: {tip}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>glucose {amount}</source>
            <translation>血糖値 {amount}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Blood glucose, from {value}</source>
            <translation>血糖値、{value}から</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>
The header says {text}, but from the birth date the age is {years} years.</source>
            <translation>
ヘッダーでは{text}ですが、生年月日から計算した年齢は{years}歳です。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/viewing/banner.py" />
            <source>{count} years</source>
            <extracomment>One: {count} year</extracomment>
            <translation>
                <numerusform>{count}歳</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/app/viewing/banner.py" />
            <source>{count} months</source>
            <extracomment>One: {count} month</extracomment>
            <translation>
                <numerusform>{count}か月</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Weight</source>
            <translation>体重</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Injected activity</source>
            <translation>投与放射能</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>The injection was {note}.</source>
            <translation>投与時刻: {note}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>quality {text}</source>
            <translation>画質 {text}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <source>Date of the study</source>
            <translation>検査日</translation>
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
            <translation>入力の経緯: {note}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/words.py" />
            <source>Sex</source>
            <translation>性別</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/banner.py" />
            <location filename="../../station/app/viewing/dates.py" />
            <source>unknown</source>
            <translation>不明</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No other study is shown while images are read blinded.</source>
            <translation>盲検読影中は、ほかの検査を表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Station's list has no PET of another date of this patient. Open its folder, or fetch it from a PACS.</source>
            <translation>Stationのリストに、この患者の別日のPETがありません。フォルダーを開くか、PACSから取得してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>The {} image has no SUV.</source>
            <translation>{}の画像にはSUVがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>No image of the open study is shown, so that there is nothing to lay this one onto.</source>
            <translation>開いている検査の画像が表示されていないため、重ねる対象がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither header says which tracer it is.</source>
            <translation>どちらのヘッダーにもトレーサの記載がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Neither image has an SUV.</source>
            <translation>どちらの画像にもSUVがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>days apart unknown</source>
            <translation>間隔の日数不明</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} days before</source>
            <translation>{days}日前</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>{days} d</source>
            <translation>{days}日</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Adjusted by hand</source>
            <translation>手動調整済み</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>One frame of reference</source>
            <translation>同一の座標系</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Registered: {verdict}</source>
            <translation>位置合わせ済み: {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>same day</source>
            <translation>同日</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>1 day before</source>
            <translation>1日前</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>TWO PATIENTS: {name} (ID {id}) and {name2} (ID {id2}, {date}). The two are not known to be one person.</source>
            <translation>別の患者: {name}（ID {id}）と{name2}（ID {id2}、{date}）。同一人物と確認できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Being registered</source>
            <translation>位置合わせ中</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/dates.py" />
            <source>Not registered</source>
            <translation>位置合わせなし</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Conventional</source>
            <translation>従来画像</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>DL-denoised</source>
            <translation>DLノイズ低減</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>PET unfiltered</source>
            <translation>フィルタなしPET</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other image</source>
            <translation>その他の画像</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Conv.</source>
            <translation>従来</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Unfilt.</source>
            <translation>フィルタなし</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>Other</source>
            <translation>その他</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{stored_fraction:.0f} % of the peak</source>
            <translation>最大値の{stored_fraction:.0f} %</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>no SUV · {unit} · {bounds} ({percent})</source>
            <translation>SUVなし · {unit} · {bounds}（{percent}）</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>not the same slice</source>
            <translation>同一スライスではありません</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>slices not linked</source>
            <translation>スライス連動なし</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{slot_title} on CT</source>
            <translation>{slot_title}（CT上）</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <source>{low} to {high}</source>
            <translation>{low}～{high}</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/display.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>no SUV</source>
            <translation>SUVなし</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a conventional and a DL image</source>
            <translation>従来画像とDL画像</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>three reconstructions</source>
            <translation>3種類の再構成画像</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET with its CT</source>
            <translation>PETとCT</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a PET alone</source>
            <translation>PETのみ</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>a CT alone</source>
            <translation>CTのみ</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>another date of the patient in the list</source>
            <translation>リストにあるこの患者の別日の検査</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>There is no layout named "{old}" any more.</source>
            <translation>レイアウト「{old}」はなくなっています。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <location filename="../../station/app/workflow.py" />
            <source>A layout needs a name.</source>
            <translation>レイアウトには名前が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/layouts.py" />
            <source>Another layout is named "{plain}" already. Choose another name.</source>
            <translation>レイアウト「{plain}」はすでにあります。別の名前を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>No image of another date is shown.</source>
            <translation>別日の画像が表示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Registering the two dates</source>
            <translation>2つの検査日の位置合わせ</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/linking.py" />
            <source>Reset the alignment</source>
            <translation>位置合わせのリセット</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/pairing.py" />
            <source>{label} was denoised with other SUV inputs than those in force. Denoise its source again.</source>
            <translation>{label}のノイズ低減は、現在とは異なるSUV計算条件で行われました。元画像のノイズ低減をもう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>The two images have different frames of reference: their voxels cannot be subtracted.</source>
            <translation>2つの画像は座標系が異なるため、ボクセルの差分を計算できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/render.py" />
            <source>One image is in {unit}, the other in {unit2}: they cannot be subtracted.</source>
            <translation>画像の単位が{unit}と{unit2}で異なるため、差分を計算できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" begins at {between}, but a PET window begins at 0. Type its upper bound, such as 12.</source>
            <translation>「{text}」の下限は{between}ですが、PETウィンドウの下限は0です。12のように上限を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {digits} or {digits2}. Type it without the comma.</source>
            <translation>「{text}」は{digits}とも{digits2}とも読めます。コンマを使わずに入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not an upper bound. Type a number, such as 12.</source>
            <translation>「{text}」は上限として使用できません。12のように数値を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {decimal} or {whole}. Type it without the point.</source>
            <translation>「{text}」は{decimal}とも{whole}とも読めます。ピリオドを使わずに入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a number. Type a number in {spelled}.</source>
            <translation>「{text}」は数値ではありません。{spelled}の数値を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" can mean {value:g} or {match}. Type it without the comma.</source>
            <translation>「{text}」は{value:g}とも{match}とも読めます。コンマを使わずに入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{match}" is not a unit for this. Use {allowed}.</source>
            <translation>「{match}」はこの項目の単位ではありません。{allowed}を使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a date and time. Type it as 2026-11-20 08:30:00, or the time of the scan's day as 08:30.</source>
            <translation>「{text}」は日時ではありません。2026-11-20 08:30:00、または検査日の時刻のみを08:30の形式で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a date and time. Type it as 2026-11-20 08:30:00.</source>
            <translation>「{text}」は日時ではありません。2026-11-20 08:30:00の形式で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>missing</source>
            <translation>未入力</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>"{text}" is not a sex as DICOM writes it. Type M, F or O.</source>
            <translation>「{text}」はDICOMの性別の表記ではありません。M、F、Oのいずれかを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/viewing/typed.py" />
            <source>In "{text}", a comma can part two numbers or stand before decimals. Put a semicolon and a space between the numbers.</source>
            <translation>「{text}」のコンマは、数値の区切りとも小数点とも読めます。数値の間にセミコロンと空白を入れてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>No PET is shown.</source>
            <translation>PETが表示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A burden above a threshold needs SUV. Complete the SUV inputs.</source>
            <translation>しきい値以上の腫瘍量にはSUVが必要です。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Close the burden</source>
            <translation>腫瘍量を閉じる操作</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Count</source>
            <translation>算入</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Leave out</source>
            <translation>除外</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>{verb} a part of the burden</source>
            <translation>腫瘍量の構成部分の{verb}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>A threshold is between SUV {low:g} and {high:g}, not {level:g}.</source>
            <translation>しきい値にはSUV {low:g}～{high:g}を指定してください。{level:g}は使用できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Finding the whole-body burden</source>
            <translation>全身腫瘍量の検出</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No part of the burden is counted, so there is nothing to keep.</source>
            <translation>算入された構成部分がないため、VOIとして保存するものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>The organs were not found, so nothing was left out by itself: {error}</source>
            <translation>臓器を検出できなかったため、自動除外は行われていません: {error}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>No burden is shown in this image. Find it first.</source>
            <translation>この画像には腫瘍量が表示されていません。先に検出してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Nothing above {level:.2f} {unit} is at this place.</source>
            <translation>この位置に{level:.2f} {unit}以上の集積はありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/burden.py" />
            <source>Burden above {level:g}</source>
            <translation>{level:g}以上の腫瘍量</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Draw {name}</source>
            <translation>{name}の描画</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Move {name}</source>
            <translation>{name}の移動</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Change {name}</source>
            <translation>{name}の変更</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Delete {name}</source>
            <translation>{name}の削除</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <source>Text of {name}</source>
            <translation>{name}のテキスト</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/drawing.py" />
            <location filename="../../station/app/voi/workflow.py" />
            <source>Rename {name}</source>
            <translation>{name}の名前の変更</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Reading VOIs</source>
            <translation>VOIの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{name}: "{name2}" was left out: it is in another frame of reference, so nothing says where it is in this image.</source>
            <translation>{name}: 「{name2}」は除外されました。座標系が異なり、この画像上の位置を特定できません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>No study is open, so there is nothing to export.</source>
            <translation>検査が開かれていないため、書き出すものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>There is no conventional image on whose grid the VOIs could be drawn.</source>
            <translation>VOIを描画するグリッドとなる従来画像がありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>VOI "{name}" was not written: it contains no voxel of {label}.</source>
            <translation>VOI「{name}」は、{label}のボクセルを含まないため、書き出されませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The files contain no VOI.</source>
            <translation>ファイルにVOIが含まれていません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>{label} is not saved, so no report can name its images. Save it first with File ▸ Save derived series.</source>
            <translation>{label}が保存されていないため、レポートから画像を参照できません。先にファイル ▸ 派生シリーズの保存で保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>Wrote {names}</source>
            <translation>{names}を書き出しました</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/exporting.py" />
            <source>The VOIs were read for another study or reader and were not added.</source>
            <translation>VOIは別の検査または別の読影者のために読み込まれたもので、追加されませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/measuring.py" />
            <source>The PERCIST liver threshold needs the liver VOI. Place it first.</source>
            <translation>PERCIST肝しきい値には肝のVOIが必要です。先に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>{name} holds no voxel, so there is nothing to show of it.</source>
            <translation>{name}はボクセルを含まないため、表示するものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/pictures.py" />
            <source>The image of a VOI is no longer in memory. Open the study again.</source>
            <translation>VOIの画像がメモリーにありません。検査を開き直してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>{index} of {count}</source>
            <translation>{index}/{count}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>Looking for the reference tissues</source>
            <translation>参照組織の検出</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>This is {away:.1f} cm outside the {organ_words} that Station found.</source>
            <translation>Stationが検出した{organ_words}から{away:.1f} cm外れています。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>SUVmean {mean:.2f} is unusual for this site: {low:g} to {high:g} ({suv_source}).</source>
            <translation>SUVmean {mean:.2f}は、この部位として通常の範囲（{low:g}～{high:g}、{suv_source}）を外れています。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <location filename="../../station/ui/voi/guide.py" />
            <source>Every site of the protocol is placed.</source>
            <translation>プロトコルの部位はすべて配置済みです。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/proposing.py" />
            <source>None of the reference tissues was found in this image. Place them by hand: VOI › Guided placement.</source>
            <translation>この画像では参照組織が検出されませんでした。手動で配置してください: VOI › 参照組織のガイド付き配置。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The liver's threshold is that of the open study. Open the other date to use its own.</source>
            <translation>肝のしきい値は、開いている検査のものです。別日のしきい値を使うには、その検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the study of {day}</source>
            <translation>{day}の検査</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Place {name}</source>
            <translation>{name}の配置</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Grow {name}, {rule}</source>
            <translation>{name}の領域拡張、{rule}</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the study without a date</source>
            <translation>日付のない検査</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>the open study</source>
            <translation>開いている検査</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Paint {name}</source>
            <translation>{name}の塗り</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Erase {name}</source>
            <translation>{name}の消去</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>a date that is no longer shown</source>
            <translation>すでに表示されていない検査日</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Snap {name} to the hottest voxel</source>
            <translation>{name}の最高集積ボクセルへの移動</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Resize {name}</source>
            <translation>{name}のサイズ変更</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Colour of {name}</source>
            <translation>{name}の色</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>The sites are placed on {date}. Click in its image, or press G in this one.</source>
            <translation>部位は{date}の画像に配置中です。その画像をクリックするか、この画像でGを押してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Select the VOI to erase from: click it in the table.</source>
            <translation>消去するVOIを、表でクリックして選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Nothing of {name} would be left. Press Del to delete it.</source>
            <translation>{name}の全体が消えてしまいます。削除するにはDelを押してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Hide {name}</source>
            <translation>{name}の非表示</translation>
        </message>
        <message>
            <location filename="../../station/app/voi/workflow.py" />
            <source>Show {name}</source>
            <translation>{name}の表示</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>good</source>
            <translation>良好</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>doubtful</source>
            <translation>不確実</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/batch/results.py" />
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>followed</source>
            <translation>追跡</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>new</source>
            <translation>新規</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>vanished</source>
            <translation>消失</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not in view on the other date</source>
            <translation>別日は撮像範囲外</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not matched</source>
            <translation>対応なし</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>carried over</source>
            <translation>引き継ぎ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Good</source>
            <translation>良好</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Poor</source>
            <translation>不良</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Not gradable</source>
            <translation>判定不能</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pass</source>
            <translation>合格</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>look</source>
            <translation>要確認</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>fail</source>
            <translation>不合格</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not possible</source>
            <translation>判定不可</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Individuals chart (Shewhart): the mean of the first 20 images; SD = mean moving range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956).</source>
            <translation>個々の値の管理図（Shewhart）: 最初の20画像の平均; SD = 隣り合う2値の移動範囲の平均 / 1.128; 限界は2 SDと3 SDで、以後は固定（NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2）。印: Western Electricルール（1956）。</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood glucose</source>
            <translation>血糖値</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood pool SUL</source>
            <translation>血液プールSUL</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Blood pool SUVmean</source>
            <translation>血液プールSUVmean</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Calibration</source>
            <translation>校正</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Extravasation at an arm</source>
            <translation>腕の血管外漏出</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Injected activity per weight</source>
            <translation>体重あたり投与放射能</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Liver CoV</source>
            <translation>肝CoV</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Liver SUL</source>
            <translation>肝SUL</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Liver SUVmean</source>
            <translation>肝SUVmean</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Missing slices</source>
            <translation>欠けたスライス</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Noise</source>
            <translation>ノイズ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Orientation</source>
            <translation>向き</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET/CT shift at the diaphragm</source>
            <translation>横隔膜でのPET/CTのずれ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET/CT shift at the head</source>
            <translation>頭部でのPET/CTのずれ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Truncation</source>
            <translation>トランケーション</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Voxels without a number</source>
            <translation>値のないボクセル</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>% of the dose</source>
            <translation>%（投与量比）</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>% of the liver on the right</source>
            <translation>%（肝の右側の割合）</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>dose in view / weight in view</source>
            <translation>視野内の投与量 / 視野内の体重</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>slices</source>
            <translation>スライス</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>voxels</source>
            <translation>ボクセル</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for</source>
            <translation>EANM: 1ベッドあたり7または14 MBq·min/kg、1ベッドの撮像時間2～4 min</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia</source>
            <translation>EANM: 11 mmol/L（200 mg/dL、PERCISTも同じ）を超えたら延期; 4未満は低血糖</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EARL's 15 % (as of the liver's CoV), here of the noise alone; fails at twice that</source>
            <translation>EARLの15 %（肝のCoVと同じ）、ここではノイズのみ; その2倍で不合格</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>EARL's limit for the background of the image-quality phantom (D. Koopman et al., EJNMMI Phys. 3 (2016) 22); fails at twice that</source>
            <translation>画質ファントムのバックグラウンドに対するEARLの限界値（D. Koopman et al., EJNMMI Phys. 3 (2016) 22）; その2倍で不合格</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PERCIST: 60 ± 10 min; fails below 45 or above 90: Station's own</source>
            <translation>PERCIST: 60 ± 10 min; 45未満または90超で不合格: Station独自</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own, after X. Jin et al., Med. Phys. 40 (2013) 102503: motion beyond 5 mm in a frame makes uptake in the brain wrong by about 9 %</source>
            <translation>Station独自、X. Jin et al., Med. Phys. 40 (2013) 102503による: フレーム内の5 mmを超える動きで脳の集積が約9 %変わります</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: every SUV reads too low by this part of the dose</source>
            <translation>Station独自: 投与量のこの割合だけ、すべてのSUVが低く表示されます</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: quiet breathing moves the diaphragm by about 10 mm</source>
            <translation>Station独自: 安静呼吸で横隔膜は約10 mm動きます</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: the arms' ends are often cut; the trunk must not be</source>
            <translation>Station独自: 腕の端はしばしば切れますが、体幹は切れてはなりません</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Station's own: the part in view holds about as much of the dose as of the body's weight</source>
            <translation>Station独自: 視野内の部分は、体重の割合とほぼ同じ割合の投与量を含みます</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023, after Boktor 2013; fails: Station's own</source>
            <translation>Zhang 2023（Boktor 2013による）; 不合格: Station独自</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023: about 1.2; ± 2 SD between patients, 24.5 % of the mean, as Boktor 2013 has it of the SUV</source>
            <translation>Zhang 2023: 約1.2; 患者間の± 2 SD、平均の24.5 %（Boktor 2013のSUVの値）</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Zhang 2023: about 1.6; ± 2 SD of 0.38 between patients (Boktor 2013, aortic arch)</source>
            <translation>Zhang 2023: 約1.6; 患者間SD 0.38の± 2倍（Boktor 2013、大動脈弓）</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>every slice of the scan has to be there</source>
            <translation>撮像のすべてのスライスが揃っている必要があります</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>every voxel has to hold a number</source>
            <translation>すべてのボクセルに値が必要です</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>the liver lies on the right</source>
            <translation>肝は右側にあります</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>organs cannot be distinguished, or obvious streaks</source>
            <translation>臓器を区別できない、または明らかな線状アーチファクト</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines of organs are not clear, or a few artifacts</source>
            <translation>臓器の輪郭が不明瞭、または少数のアーチファクト</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines are fairly clear, lesions can be seen</source>
            <translation>輪郭はおおむね明瞭で、病変を認識できる</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>outlines are clear, no artifacts</source>
            <translation>輪郭は明瞭で、アーチファクトなし</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>anatomy is displayed clearly, no artifacts</source>
            <translation>解剖が明瞭に描出され、アーチファクトなし</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>noise</source>
            <translation>ノイズ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>sharpness</source>
            <translation>鮮鋭度</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET and CT do not fit</source>
            <translation>PETとCTの不一致</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>streaks, rings and bands</source>
            <translation>線状・リング状・帯状のアーチファクト</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>motion</source>
            <translation>体動</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>uptake</source>
            <translation>集積</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>hot spots that are no organ</source>
            <translation>臓器でない高集積</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>what was scanned</source>
            <translation>撮像内容</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>too few counts</source>
            <translation>カウント不足</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>extravasation</source>
            <translation>血管外漏出</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>brown fat</source>
            <translation>褐色脂肪</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>deep breathing</source>
            <translation>深い呼吸</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>CT in another breath</source>
            <translation>呼吸位相の異なるCT</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>moved between CT and PET</source>
            <translation>CTとPETの間の体動</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>moved during PET</source>
            <translation>PET中の体動</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>arms down and truncated</source>
            <translation>腕下げでトランケーション</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>over-attenuation</source>
            <translation>減弱の過補正</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>mis-normalised detectors</source>
            <translation>検出器の正規化不良</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>dead detectors</source>
            <translation>検出器の故障</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>short uptake time</source>
            <translation>投与後経過時間が短い</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>high glucose</source>
            <translation>高血糖</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>blurred</source>
            <translation>ぼけ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>header</source>
            <translation>ヘッダー</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>typed</source>
            <translation>手入力</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>derived</source>
            <translation>算出</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Height</source>
            <translation>身長</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Injection</source>
            <translation>投与</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Half-life</source>
            <translation>半減期</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Decay reference</source>
            <translation>減衰補正の基準時刻</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Uptake time</source>
            <translation>投与後経過時間</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>41 % of SUVmax</source>
            <translation>SUVmaxの41 %</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>50 % of SUVmax</source>
            <translation>SUVmaxの50 %</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 2.5</source>
            <translation>SUV 2.5</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>SUV 4.0</source>
            <translation>SUV 4.0</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>PERCIST liver threshold</source>
            <translation>PERCIST肝しきい値</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Grey</source>
            <translation>グレー</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot iron</source>
            <translation>ホットアイアン</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Hot metal blue</source>
            <translation>ホットメタルブルー</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>PET 20 step</source>
            <translation>PET 20段階</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Rainbow</source>
            <translation>レインボー</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Soft tissue</source>
            <translation>軟部組織</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Lung</source>
            <translation>肺</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Bone</source>
            <translation>骨</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>Brain</source>
            <translation>脳</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not begun</source>
            <translation>未開始</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>reading</source>
            <translation>読影中</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>read, not signed</source>
            <translation>読影済み・未署名</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>overdue</source>
            <translation>期限超過</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not on this reader's list</source>
            <translation>この読影者のリスト外</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>not read yet</source>
            <translation>未読影</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>to be read next</source>
            <translation>次に読影</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>confirmed</source>
            <translation>確定済み</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>confirmed and revised</source>
            <translation>確定・修正済み</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>open</source>
            <translation>実施中</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>ready to lock</source>
            <translation>固定可能</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>locked</source>
            <translation>固定済み</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Case</source>
            <translation>症例</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Practice</source>
            <translation>練習</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>male</source>
            <translation>男性</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>female</source>
            <translation>女性</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>other</source>
            <translation>その他</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>denoised</source>
            <translation>ノイズ低減</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>filtered</source>
            <translation>フィルタ処理</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>audited</source>
            <translation>監査</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>brush</source>
            <translation>ブラシ</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>eraser</source>
            <translation>消しゴム</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>distance</source>
            <translation>距離</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>ellipse</source>
            <translation>楕円</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>arrow</source>
            <translation>矢印</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pairs</source>
            <translation>ペア</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>images</source>
            <translation>画像</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>first</source>
            <translation>最初の回答</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>last</source>
            <translation>最後の回答</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>crosshair</source>
            <translation>十字カーソル</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>slice</source>
            <translation>スライス</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>zoom</source>
            <translation>拡大</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>pan</source>
            <translation>移動</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>left</source>
            <translation>左</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>back</source>
            <translation>後</translation>
        </message>
        <message>
            <location filename="../../station/app/words.py" />
            <source>up</source>
            <translation>上</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the other image</source>
            <translation>その他の画像</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the DL image of the other date</source>
            <translation>別日のDL画像</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>the CT of the other date</source>
            <translation>別日のCT</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {label} as {role_names}</source>
            <translation>{label}を{role_names}として表示</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {words} of {day} as {role_names}</source>
            <translation>{day}の{words}を{role_names}として表示</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Swap the two images</source>
            <translation>2つの画像の入れ替え</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Type {shown}</source>
            <translation>{shown}の手入力</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Show {unit}</source>
            <translation>{unit}の表示</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Reset the view</source>
            <translation>表示のリセット</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Link {link}</source>
            <translation>{link}の連動</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Unlink {link}</source>
            <translation>{link}の連動解除</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {hung}</source>
            <translation>レイアウト {hung}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {layout}</source>
            <translation>レイアウト {layout}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout {name}</source>
            <translation>レイアウト {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Save the layout {name}</source>
            <translation>レイアウト{name}の保存</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Delete the layout {name}</source>
            <translation>レイアウト{name}の削除</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout by the study</source>
            <translation>検査に応じたレイアウト</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Move a border</source>
            <translation>境界の移動</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Put a border back</source>
            <translation>境界の復元</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window {name}</source>
            <translation>CTウィンドウ {name}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window that patients begin in</source>
            <translation>患者ごとの初期ウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>CT window that patients begin in</source>
            <translation>患者ごとの初期CTウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Colours {labels}</source>
            <translation>カラー {labels}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Inverse</source>
            <translation>反転</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <location filename="../../station/ui/actions.py" />
            <source>Fusion</source>
            <translation>フュージョン</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the blend</source>
            <translation>合成比の変更</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Layout single</source>
            <translation>レイアウト 単一</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Withdraw a typed value</source>
            <translation>手入力値の取り消し</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} lies in another frame of reference than {label2}. Work in the PET that is measured.</source>
            <translation>{label}は{label2}と座標系が異なります。測定対象のPET上で操作してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Rename the layout {old}</source>
            <translation>レイアウト{old}の名前の変更</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the window</source>
            <translation>ウィンドウの変更</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Window 0–{bounded}</source>
            <translation>ウィンドウ 0～{bounded}</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>{label} is not a PET: it has no MIP.</source>
            <translation>{label}はPETではないため、MIPがありません。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The images shown belong to another study. Open that study to type its values.</source>
            <translation>表示中の画像は別の検査のものです。値を手入力するには、その検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Lesions of another date are painted in its PET.</source>
            <translation>別日の病変は、そのPET画像に描いてください。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>There is no layout named "{name}" any more.</source>
            <translation>レイアウト「{name}」はなくなっています。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>The upper bound must be between SUV {low:g} and {high:g}.</source>
            <translation>上限にはSUV {low:g}～{high:g}を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>a series</source>
            <translation>シリーズ</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Lesions of another date are grown in its PET.</source>
            <translation>別日の病変の領域拡張は、その検査のPET上で行います。</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>Change the CT window</source>
            <translation>CTウィンドウの変更</translation>
        </message>
        <message>
            <location filename="../../station/app/workflow.py" />
            <source>A difference needs a conventional and a DL image.</source>
            <translation>差分には、従来画像とDL画像が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Both a conventional and a DL image are needed.</source>
            <translation>従来画像とDL画像の両方が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/actions.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/pacs/actions.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Edit</source>
            <translation>編集</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/compare/actions.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>View</source>
            <translation>表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Image</source>
            <translation>画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/actions.py" />
            <source>Reading</source>
            <translation>読影</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Quality</source>
            <translation>画質</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Help</source>
            <translation>ヘルプ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 1</source>
            <translation>SUVウィンドウ 1</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 2</source>
            <translation>SUVウィンドウ 2</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 3</source>
            <translation>SUVウィンドウ 3</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 4</source>
            <translation>SUVウィンドウ 4</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 5</source>
            <translation>SUVウィンドウ 5</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV window 6</source>
            <translation>SUVウィンドウ 6</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>{name} ({low} to {high} HU)</source>
            <translation>{name}（{low}～{high} HU）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link crosshair</source>
            <translation>十字カーソルの連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link slice</source>
            <translation>スライスの連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link zoom</source>
            <translation>拡大の連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Link pan</source>
            <translation>移動の連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>The images have no SUV.</source>
            <translation>画像にSUVがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Nothing has been opened yet.</source>
            <translation>まだ何も開かれていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body weight (SUVbw)</source>
            <translation>体重（SUVbw）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, James (SUL)</source>
            <translation>除脂肪体重、James（SUL）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Lean body mass, Janmahasatian (SUL)</source>
            <translation>除脂肪体重、Janmahasatian（SUL）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Body surface area (SUVbsa)</source>
            <translation>体表面積（SUVbsa）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ideal body weight (SUVibw)</source>
            <translation>理想体重（SUVibw）</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Reader's name…</source>
            <translation>読影者名…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Preferences…</source>
            <translation>環境設定…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Blink: the other image, large, at the same place</source>
            <translation>ブリンク: もう一方の画像を同じ位置で大きく表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Rotate the MIP</source>
            <translation>MIPの回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Maximise the pane, and back</source>
            <translation>表示枠の最大化と復帰</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Reset</source>
            <translation>リセット</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions on the images</source>
            <translation>画像内表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/reading/panes.py" />
            <source>Crosshair</source>
            <translation>十字カーソル</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search the studies of this station</source>
            <translation>この端末の検査の検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Study list</source>
            <translation>検査リスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/window.py" />
            <source>Side panel</source>
            <translation>サイドパネル</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Second window</source>
            <translation>第2ウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Full screen</source>
            <translation>全画面表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Type the upper bound…</source>
            <translation>上限の入力…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this window</source>
            <translation>このウィンドウを患者ごとの初期値に設定</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Begin each patient with this CT window</source>
            <translation>このCTウィンドウを患者ごとの初期値に設定</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Smooth interpolation</source>
            <translation>滑らかな補間</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Fusion with CT</source>
            <translation>CTとのフュージョン</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>MIP pair</source>
            <translation>MIPペア</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Difference DL − conventional</source>
            <translation>差分 DL − 従来</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Shortcuts</source>
            <translation>ショートカット</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>What was opened…</source>
            <translation>読み込み結果…</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Logs</source>
            <translation>ログ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>About Station</source>
            <translation>Stationについて</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag</source>
            <translation>左ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Window: for PET the lower bound stays at 0 and the upper bound moves in both images</source>
            <translation>ウィンドウ調整: PETでは下限が0のまま、両画像の上限が変わります</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left click</source>
            <translation>左クリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Put the crosshair there; in a MIP, at the hottest point of that ray</source>
            <translation>十字カーソルの移動。MIPではその投影線上の最高集積点へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + click</source>
            <translation>Shift + クリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Look there, though a VOI waits for its place</source>
            <translation>VOIの配置待ちでも、その位置を表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a VOI</source>
            <translation>VOIの左ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move it; both images are measured as it moves</source>
            <translation>VOIの移動。移動中も両画像で測定されます</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Left drag of a sphere's handle</source>
            <translation>球のハンドルの左ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Change its size in steps of 0.1 mL</source>
            <translation>0.1 mL刻みのサイズ変更</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Wheel</source>
            <translation>ホイール</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices; over a MIP, turn it; with brush or eraser, change their size</source>
            <translation>スライス送り。MIPでは回転、ブラシと消しゴムではサイズ変更</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Shift + wheel</source>
            <translation>Shift + ホイール</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Scroll slices with brush or eraser in the hand</source>
            <translation>ブラシまたは消しゴム使用中のスライス送り</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + wheel</source>
            <translation>Ctrl + ホイール</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom about the pointer</source>
            <translation>ポインターを中心とした拡大・縮小</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Middle drag</source>
            <translation>中ボタンドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Pan</source>
            <translation>移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right drag</source>
            <translation>右ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Zoom</source>
            <translation>拡大</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Right click</source>
            <translation>右クリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Menu of the image</source>
            <translation>画像のメニュー</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Double click</source>
            <translation>ダブルクリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Drag a series</source>
            <translation>シリーズのドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>From the study list onto any image: show it there</source>
            <translation>検査リストから任意の画像へドラッグし、そこに表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Alt + 1 … 5 in the study list</source>
            <translation>検査リストでAlt + 1 … 5</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Show the chosen series in that column</source>
            <translation>選択したシリーズをその列に表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + left drag</source>
            <translation>Ctrl + 左ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Move an image of another date over the open study</source>
            <translation>開いている検査の上で別日の画像を移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ctrl + right drag</source>
            <translation>Ctrl + 右ドラッグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Turn an image of another date about the crosshair</source>
            <translation>十字カーソルを中心に別日の画像を回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the head (back, left)</source>
            <translation>頭側（後、左）のスライスへ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice towards the feet (front, right)</source>
            <translation>足側（前、右）のスライスへ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices up</source>
            <translation>10スライス上へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Ten slices down</source>
            <translation>10スライス下へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the head end (back, left)</source>
            <translation>頭側の端（後、左）のスライスへ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slice at the foot end (front, right)</source>
            <translation>足側の端（前、右）のスライスへ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <source>SUV window</source>
            <translation>SUVウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>CT window</source>
            <translation>CTウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours</source>
            <translation>カラー</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>SUV normalised to</source>
            <translation>SUVの正規化</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Links between the images</source>
            <translation>画像間の連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Slices</source>
            <translation>スライス</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Captions</source>
            <translation>画像内表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/actions.py" />
            <source>Interpolation</source>
            <translation>補間</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Batch results…</source>
            <translation>一括処理の結果…</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/actions.py" />
            <source>Open the results of a batch</source>
            <translation>一括処理の結果を開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Patient</source>
            <translation>患者</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Date</source>
            <translation>日付</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade</source>
            <translation>グレード</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>P(Good)</source>
            <translation>P(Good)</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Checks failed</source>
            <translation>不合格のチェック</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Modality</source>
            <translation>モダリティ</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <location filename="../../station/ui/window.py" />
            <source>Series</source>
            <translation>シリーズ</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Unit</source>
            <translation>単位</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Volume, mL</source>
            <translation>体積、mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Grid</source>
            <translation>グリッド</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>SUVbw factor</source>
            <translation>SUVbw係数</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>done</source>
            <translation>完了</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>set aside</source>
            <translation>保留</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>station batch {operation}: {studies}, {words}</source>
            <translation>station batch {operation}: {studies}、{words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Batch results: {name}</source>
            <translation>一括処理の結果: {name}</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Search patient, series, verdict, reason</source>
            <translation>患者、シリーズ、判定、理由の検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Open study</source>
            <translation>検査を開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>Open the summary</source>
            <translation>要約を開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/batch/results.py" />
            <source>A double click on a row opens its study.</source>
            <translation>行をダブルクリックすると、その検査が開きます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/actions.py" />
            <source>Compare with a prior…</source>
            <translation>前回との比較…</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver at the crosshair</source>
            <translation>肝を十字カーソルに配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>All above the PERCIST threshold</source>
            <translation>PERCISTしきい値以上すべて</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions that I saved</source>
            <translation>保存した病変</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare brings the open study together with the chosen date: the bodies are registered, the lesions matched, and their change listed.</source>
            <translation>比較では、開いている検査と選択した検査日を突き合わせます。体の位置合わせと病変の対応付けを行い、変化を一覧表示します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Reading and registering both dates. You can go on reading meanwhile.</source>
            <translation>2つの検査日を読み込み、位置合わせを行っています。その間も読影を続けられます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare with a prior</source>
            <translation>前回との比較</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Put the liver's reference sphere of the open study at its crosshair</source>
            <translation>開いている検査の肝の参照球を、十字カーソルの位置に配置します</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Search the PACS</source>
            <translation>PACSの検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Compare</source>
            <translation>比較</translation>
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
            <translation>キャンセル</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Diseased liver</source>
            <translation>病変のある肝</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST's threshold comes from the blood pool</source>
            <translation>PERCISTのしきい値を血液プールから求めます</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As registered</source>
            <translation>位置合わせに戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift, mm</source>
            <translation>シフト、mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Move the registered place of every lesion on the prior date by so much</source>
            <translation>前回の検査で位置合わせにより決まる全病変の位置を、この量だけ移動します</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Shift to the {direction} in mm</source>
            <translation>{direction}方向のシフト、mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Go to it</source>
            <translation>位置へ移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Keep as a VOI</source>
            <translation>VOIとして保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Copy table</source>
            <translation>表のコピー</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As text, with tabs between its cells</source>
            <translation>セルをタブで区切ったテキスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Export JSON and CSV…</source>
            <translation>JSONとCSVの書き出し…</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions</source>
            <translation>病変</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>PERCIST and Deauville</source>
            <translation>PERCISTとDeauville</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Liver, blood pool, burden</source>
            <translation>肝、血液プール、腫瘍量</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions</source>
            <translation>注意事項</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As found</source>
            <translation>検出位置に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions of both dates</source>
            <translation>両日の病変</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Alignment {verdict}</source>
            <translation>位置合わせ: {verdict}</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Lesions, {dates_words}</source>
            <translation>病変、{dates_words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Folder for the comparison</source>
            <translation>比較結果のフォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Other date</source>
            <translation>別日</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Cautions ({count})</source>
            <translation>注意事項（{count}）</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>As a lesion of the open study; Undo takes it back</source>
            <translation>開いている検査の病変にします。「元に戻す」で取り消せます</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source> And {more} more: see Cautions.</source>
            <translation>ほかに{more}件あります。「注意事項」を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Prior → current, and the change</source>
            <translation>前回 → 今回、および変化</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Of every difference</source>
            <translation>すべての差異</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>A click on a lesion puts the crosshair of the open study there. Blue: carried over to the open study as a proposal.</source>
            <translation>病変をクリックすると、開いている検査の十字カーソルがそこに移動します。青: 開いている検査に提案として引き継がれた病変。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>No lesion on either date. {lesions}.</source>
            <translation>どちらの検査日にも病変がありません。{lesions}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/compare/page.py" />
            <source>Blood pool at the crosshair</source>
            <translation>血液プールを十字カーソルに配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series…</source>
            <translation>派生シリーズの保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Full width at half maximum of the Gaussian, in mm:</source>
            <translation>ガウシアンフィルタの半値幅（mm）:</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save derived series below this folder</source>
            <translation>派生シリーズの保存先フォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Denoise</source>
            <translation>ノイズ低減</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter…</source>
            <translation>従来フィルタ…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Denoising network…</source>
            <translation>ノイズ低減ネットワーク…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Change map: what DL added and removed</source>
            <translation>変化マップ: DLによる追加と消失</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>What would I miss?…</source>
            <translation>見逃しの検証…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Conventional filter</source>
            <translation>従来フィルタ</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>Save as DICOM…</source>
            <translation>DICOMとして保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <location filename="../../station/ui/dialogs.py" />
            <source>Discard</source>
            <translation>破棄</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/actions.py" />
            <source>This study has no suitable series.</source>
            <translation>この検査には適したシリーズがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Spheres of known size and uptake are put into the unfiltered image, blurred as the scanner blurs and with its noise. The filter and the network work on them, and the page shows which are still seen in each, and what is seen where nothing was put. It takes some minutes; you can go on reading meanwhile.</source>
            <translation>サイズと集積が既知の球を、スキャナーと同じぼけとノイズを加えて、フィルタなしの画像に挿入します。これにフィルタとネットワークを適用し、それぞれの画像でどの球が見えるか、また何も挿入していない位置に何が見えるかを示します。数分かかりますが、その間も読影を続けられます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What would I miss?</source>
            <translation>見逃しの検証</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Audit</source>
            <translation>検証</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save PDF…</source>
            <translation>PDFの保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>measured</source>
            <translation>測定値</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>FWHM of the unfiltered image in mm; empty: it is measured</source>
            <translation>フィルタなし画像のFWHM（mm）。空欄の場合は測定します</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Every size and contrast</source>
            <translation>すべてのサイズとコントラスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Foci in the image without inserts</source>
            <translation>挿入球のない画像の限局集積</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What is seen</source>
            <translation>検出結果</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Numbers</source>
            <translation>数値</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrast left</source>
            <translation>残存コントラスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>What to bear in mind</source>
            <translation>留意点</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Save the audit</source>
            <translation>検証結果の保存</translation>
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
            <translation>直径、コントラスト、分解能は、6, 8, 10のように数値で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Diameters, mm</source>
            <translation>直径、mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Contrasts</source>
            <translation>コントラスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Of each</source>
            <translation>各個数</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/audit_page.py" />
            <source>Resolution, mm</source>
            <translation>分解能、mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Readers fear that DL invents or loses foci. The change map shows where the DL image differs from the conventional one by more than its noise, and lists the foci.</source>
            <translation>DLによって限局集積が生じたり失われたりすることが懸念されています。変化マップは、DL画像と従来画像の差が従来画像のノイズを超える位置を示し、限局集積を一覧表示します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>No difference exceeds the noise enough to be listed.</source>
            <translation>ノイズを十分に超え、一覧に載せるべき差はありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What neither image shows is not listed here. Image › What would I miss? tells which lesions that is.</source>
            <translation>どちらの画像にも現れないものは、ここには載りません。どのような病変がそれに当たるかは、画像 › 見逃しの検証で確認できます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Volume of the connected change</source>
            <translation>連続した変化領域の体積</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The difference in units of the local noise; positive where DL is higher</source>
            <translation>局所ノイズを単位とした差。DLが高い場合は正</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>{plus} added · {minus} removed by DL</source>
            <translation>DLによる追加 {plus} · 消失 {minus}</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Changes</source>
            <translation>変化</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Show the change map (C) →</source>
            <translation>変化マップの表示（C） →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Violet: {network} gives answers to the mirrored image that differ by {percent} % of the SUV and more, in {share} % of the body. The error is larger than the spread, and what every answer leaves out alike is not coloured.</source>
            <translation>紫: 反転した画像に対する{network}の出力が、SUVの{percent} %以上異なる箇所(体内の{share} %)。実際の誤差はこのばらつきより大きく、すべての出力が同じように見落としたものは着色されません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Foci that changed</source>
            <translation>変化した限局集積</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Hide the change map</source>
            <translation>変化マップの非表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>What DL added and removed is listed here when a study is open.</source>
            <translation>検査を開くと、DLによる追加と消失がここに一覧表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>There is no change map</source>
            <translation>変化マップはありません</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Comparing…</source>
            <translation>比較中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The two images are being compared.</source>
            <translation>2つの画像を比較しています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Hide where the network is unsure</source>
            <translation>不確実マップを隠す</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>The network denoises the image four times, mirrored. Esc stops it.</source>
            <translation>ネットワークは画像を反転して4回ノイズ低減を行います。Escで中止します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Show where the network is unsure (Shift+C) →</source>
            <translation>不確実な箇所を表示 (Shift+C) →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Place</source>
            <comment>where in the patient</comment>
            <translation>位置</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Click a focus to go there in all panes.</source>
            <translation>限局集積をクリックすると、すべての表示枠がその位置に移動します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>DL added and removed no focus.</source>
            <translation>DLによる限局集積の追加と消失はありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/changes_panel.py" />
            <source>Denoise →</source>
            <translation>ノイズ低減 →</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>The next image is denoised by the chosen network, and says so in its caption and its header. Images that are there stay as they are. None has been validated on real patients.</source>
            <translation>次の画像のノイズ低減は、選択したネットワークで行われ、画像内表示とヘッダーに記載されます。既存の画像は変わりません。いずれのネットワークも、実際の患者での検証は行われていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source>Denoising network</source>
            <translation>ノイズ低減ネットワーク</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/network_dialog.py" />
            <source> (default)</source>
            <translation>（既定）</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} does not say whether it was filtered. A filtered image must not be {treated}: the result would be wrong.

Do you know that it is unfiltered?</source>
            <translation>{label}には、フィルタ処理の有無が記載されていません。フィルタ処理済みの画像に対しては行えません（{treated}）。誤った結果になります。

フィルタなしの画像であることを確認していますか。</translation>
        </message>
        <message>
            <location filename="../../station/ui/denoise/questions.py" />
            <source>{label} has voxels of {size}, and the denoiser was trained on 2 mm only.

Resample it to 2 mm, denoise it there and resample it back? The image appears only when it is complete, and is further from what the denoiser was tested on.</source>
            <translation>{label}のボクセルサイズは{size}ですが、ノイズ低減モデルは2 mmのみで学習されています。

2 mmにリサンプリングしてノイズ低減を行い、元のサイズに戻しますか。画像は完了後に表示されますが、ノイズ低減モデルが検証された条件からは離れます。</translation>
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
                <numerusform>{count}回</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>A reading station for FDG PET: the conventional image next to the deep-learning denoised image of the same scan.</source>
            <translation>FDG PETの読影ステーション: 従来画像と、同じ撮像の深層学習によるノイズ低減画像を並べて表示します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Apache License 2.0. The libraries and fonts that it uses, with their licences, are listed in THIRD_PARTY_NOTICES.md.</source>
            <translation>Apache License 2.0。使用しているライブラリとフォント、およびそれらのライセンスはTHIRD_PARTY_NOTICES.mdに記載しています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close Station</source>
            <translation>Stationの終了</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Close all the same</source>
            <translation>このまま終了</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>What was opened</source>
            <translation>読み込み結果</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Files that were left out</source>
            <translation>除外されたファイル</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source> The first {shown_at_most:,} are listed.</source>
            <translation>最初の{shown_at_most:,}個を表示しています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly</source>
            <translation>Stationが予期せず終了しました</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Station ended unexpectedly {times}. What was confirmed is stored. The report below helps to find out why; it names no patient, no file and no value, and goes nowhere by itself. Save it and send it to who looks after Station.</source>
            <translation>Stationが予期せず終了しました（{times}）。確定した内容は保存されています。下のレポートは原因の究明に役立ちます。患者名、ファイル名、値は含まれず、自動的に送信されることもありません。保存して、Stationの管理担当者に送付してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Report</source>
            <translation>レポート</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Left out</source>
            <translation>除外</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Save the report</source>
            <translation>レポートの保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Text (*.txt)</source>
            <translation>テキスト (*.txt)</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Do not show again</source>
            <translation>今後表示しない</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Weights, by SHA-256:</source>
            <translation>重み（SHA-256）:</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>Mouse</source>
            <translation>マウス</translation>
        </message>
        <message>
            <location filename="../../station/ui/dialogs.py" />
            <source>{file} cannot be written ({strerror}). Choose another place.</source>
            <translation>{file}に書き込めません（{strerror}）。別の場所を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one.</source>
            <translation>フォルダー、ファイル、ZIP、DICOMDIRをここにドロップするか、選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>A virtual scanner scans a patient. Each image appears here as soon as it is made.</source>
            <translation>仮想スキャナーが患者を撮像しています。各画像は、作成され次第ここに表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Open</source>
            <translation>開く</translation>
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
            <translation>閉じる</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the message</source>
            <translation>メッセージを閉じる</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Close the notice</source>
            <translation>お知らせを閉じる</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>No study is open</source>
            <translation>検査が開かれていません</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>Open folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/notice.py" />
            <source>This desktop has no program that opens {opens}. Open it by hand.</source>
            <translation>{opens}を開くプログラムがこのデスクトップにありません。手動で開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>No transfer was interrupted.</source>
            <translation>中断された転送はありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Search on PACS</source>
            <translation>PACSでの検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Send to PACS…</source>
            <translation>PACSへの送信…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Go on with interrupted transfers</source>
            <translation>中断された転送の再開</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>Offer earlier studies on PACS</source>
            <translation>PACSの過去検査の提示</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/actions.py" />
            <source>PACS servers…</source>
            <translation>PACSサーバー…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Asking for the series…</source>
            <translation>シリーズの問い合わせ中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server lists no series of this study.</source>
            <translation>サーバーの一覧に、この検査のシリーズがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Studies on PACS</source>
            <translation>PACSの検査</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} series</source>
            <extracomment>One: Fetch this series</extracomment>
            <translation>
                <numerusform>この{count}シリーズを取得</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch these {count} studies</source>
            <translation>この{count}件の検査を取得</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch and open</source>
            <translation>取得して開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>{spoken}
Enter or a double click fetches and opens it</source>
            <translation>{spoken}
Enterまたはダブルクリックで取得して開きます</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>The server did not tell the series.</source>
            <translation>サーバーがシリーズを応答しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch</source>
            <translation>取得</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Hide its series</source>
            <translation>シリーズの非表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Show its series</source>
            <translation>シリーズの表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/found_list.py" />
            <source>Fetch from {name}</source>
            <translation>{name}から取得</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 7 days</source>
            <translation>過去7日間</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Last 30 days</source>
            <translation>過去30日間</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Any date</source>
            <translation>全期間</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{count:,} studies</source>
            <extracomment>One: {count} study</extracomment>
            <translation>
                <numerusform>{count:,}件の検査</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>{words}, searching on {waiting}…</source>
            <translation>{words}、{waiting}で検索中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Search PACS: name or ID</source>
            <translation>PACSの検索: 氏名またはID</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Name or ID to search on PACS</source>
            <translation>PACSで検索する氏名またはID</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>How long ago the studies were</source>
            <translation>検査の期間</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>PET only</source>
            <translation>PETのみ</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Only studies that have a PET series</source>
            <translation>PETシリーズのある検査のみ</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Add a server…</source>
            <translation>サーバーの追加…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/panel.py" />
            <source>Whether {name} is searched</source>
            <translation>{name}を検索対象に含める</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/priors.py" />
            <source>Fetch them into Station's list; the open study stays open</source>
            <translation>Stationのリストに取得します。開いている検査はそのままです</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Ask for storage commitment</source>
            <translation>ストレージコミットメントの要求</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>The server confirms of each object that it keeps it; until then nothing is done</source>
            <translation>サーバーが各オブジェクトの保管を確認します。確認されるまで完了とはなりません</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>{name} · ID {id} · {day}</source>
            <translation>{name} · ID {id} · {day}</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send to PACS</source>
            <translation>PACSへの送信</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Server</source>
            <translation>サーバー</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Send</source>
            <translation>送信</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/send_dialog.py" />
            <source>Tick what is to be sent.</source>
            <translation>送信するものを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>With C-MOVE the server sends to Station by itself: it must know Station's AE title with this computer's address and the port of the listener, and the listener must be on.</source>
            <translation>C-MOVEでは、サーバーがStationに送信します。サーバーにStationのAEタイトル、このコンピューターのアドレス、受信サービスのポートを登録し、受信サービスをオンにする必要があります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Nobody: no sign-in</source>
            <translation>なし: サインイン不要</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User and password</source>
            <translation>ユーザーとパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Token</source>
            <translation>トークン</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PACS servers</source>
            <translation>PACSサーバー</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Servers</source>
            <translation>サーバー</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Listener</source>
            <translation>受信サービス</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add</source>
            <translation>追加</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Remove</source>
            <translation>削除</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save and test</source>
            <translation>保存してテスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Such as HOSPITAL</source>
            <translation>例: HOSPITAL</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Name or address in the network</source>
            <translation>ネットワーク上の名前またはアドレス</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: DICOMweb only</source>
            <translation>空欄: DICOMwebのみ</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>https://pacs.example/dicom-web, or empty</source>
            <translation>https://pacs.example/dicom-web、または空欄</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>The connection is encrypted (TLS)</source>
            <translation>接続の暗号化（TLS）</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority that signed the server's certificate</source>
            <translation>サーバー証明書に署名した認証局</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate that shows who Station is</source>
            <translation>Stationを証明する証明書</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Private key of that certificate</source>
            <translation>その証明書の秘密鍵</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Address</source>
            <translation>アドレス</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Port</source>
            <translation>ポート</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of the server</source>
            <translation>サーバーのAEタイトル</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE title of Station</source>
            <translation>StationのAEタイトル</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Fetch by</source>
            <translation>取得方法</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Web address</source>
            <translation>Webアドレス</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Sign in</source>
            <translation>サインイン</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>User</source>
            <translation>ユーザー</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Password</source>
            <translation>パスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give the server a name.</source>
            <translation>サーバーの名前を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Give its address and AE title, or its web address.</source>
            <translation>アドレスとAEタイトル、またはWebアドレスを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM file, or empty</source>
            <translation>PEMファイル、または空欄</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Browse…</source>
            <translation>参照…</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>PEM (*.pem *.crt *.cer *.key);;All files (*)</source>
            <translation>PEM (*.pem *.crt *.cer *.key);;すべてのファイル (*)</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Take studies that are sent to Station while it is open</source>
            <translation>起動中、Stationに送信された検査を受信</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>AE titles, with commas in between</source>
            <translation>AEタイトル（コンマ区切り）</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Apply</source>
            <translation>適用</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Interface</source>
            <translation>インターフェース</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Who may send</source>
            <translation>送信の許可</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station listens as {words}.</source>
            <translation>Stationは{words}として受信中です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Testing… this takes a few seconds.</source>
            <translation>テスト中…数秒かかります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Caution</source>
            <translation>注意</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>DICOMweb</source>
            <translation>DICOMweb</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>ENCRYPTION</source>
            <translation>暗号化</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Authority (CA)</source>
            <translation>認証局（CA）</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Certificate</source>
            <translation>証明書</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Key</source>
            <translation>鍵</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Kept; type to replace it</source>
            <translation>保存済み。入力すると置き換えます</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>127.0.0.1: this computer only. 0.0.0.0: every network that it is in. Or the address of one.</source>
            <translation>127.0.0.1: このコンピューターのみ。0.0.0.0: 接続しているすべてのネットワーク。または特定のアドレス。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Empty: everybody, which is possible on this computer only. An AE title is a name, not a proof: who can reach the port can claim it.</source>
            <translation>空欄: すべて許可（このコンピューター内に限り設定可能）。AEタイトルは名前であって証明ではありません。ポートに接続できれば誰でも名乗れます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen. {words}</source>
            <translation>Stationは受信していません。{words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/servers_dialog.py" />
            <source>Station does not listen: nobody can send to it.</source>
            <translation>Stationは受信していないため、外部からの送信はできません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Clear</source>
            <translation>消去</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>Take those that have ended off the list</source>
            <translation>終了した転送を一覧から外します</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Try again</source>
            <translation>再試行</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on</source>
            <translation>再開</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>and {count:,} more</source>
            <translation>ほか{count:,}件</translation>
        </message>
        <message>
            <location filename="../../station/ui/pacs/transfers.py" />
            <source>TRANSFERS</source>
            <translation>転送</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>For research, not for diagnosis. Station is not a medical device and has not been clinically validated.</source>
            <translation>研究用であり、診断には使用できません。Stationは医療機器ではなく、臨床的な検証は行われていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>{sentence}

This is an error in Station, not in your data. Nothing was lost. The text below helps to find it; it contains no patient data but what you see.</source>
            <translation>{sentence}

これはデータではなくStationの不具合です。失われたものはありません。下のテキストは原因の究明に役立ちます。画面に見えるもの以外の患者データは含まれません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>Station made a mistake</source>
            <translation>Stationで不具合が発生しました</translation>
        </message>
        <message>
            <location filename="../../station/ui/page.py" />
            <source>What went wrong</source>
            <translation>問題の内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>{out} could not be written. Choose another folder.</source>
            <translation>{out}に書き込めませんでした。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/picture.py" />
            <source>No image was found.</source>
            <translation>画像が見つかりませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Preferences</source>
            <translation>環境設定</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Pages of the preferences</source>
            <translation>環境設定のページ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>All as at first</source>
            <translation>すべて初期設定に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Every setting of every page; your own layouts stay</source>
            <translation>すべてのページの設定が対象です。自作のレイアウトは残ります</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Done</source>
            <translation>完了</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>Applied at once</source>
            <translation>すぐに反映されます</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/dialog.py" />
            <source>{error} What was chosen holds until Station is closed.</source>
            <translation>{error}選択した内容は、Stationを閉じるまで有効です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Open&lt;/b&gt; a folder, files, a ZIP or a DICOMDIR with the button at the left of the tool bar, or drop them on the window.</source>
            <translation>&lt;b&gt;開く&lt;/b&gt;: ツールバー左端のボタンでフォルダー、ファイル、ZIP、DICOMDIRを開くか、ウィンドウにドロップします。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;The demo study&lt;/b&gt; is synthetic and shows everything: File ▸ Open the demo study.</source>
            <translation>&lt;b&gt;デモ検査&lt;/b&gt;は合成データで、すべての機能を確認できます: ファイル ▸ デモ検査を開く。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Keys&lt;/b&gt;: F1 lists them, Edit ▸ Preferences changes them. 1 to 6 are SUV windows, the wheel scrolls slices, a left drag changes the window.</source>
            <translation>&lt;b&gt;キー&lt;/b&gt;: F1で一覧表示、編集 ▸ 環境設定で変更できます。1～6はSUVウィンドウ、ホイールはスライス送り、左ドラッグはウィンドウ調整です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>&lt;b&gt;Help&lt;/b&gt;: a button that is grey says why when the mouse rests on it.</source>
            <translation>&lt;b&gt;ヘルプ&lt;/b&gt;: 灰色のボタンにマウスを重ねると、使用できない理由が表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>For a blinded reader study you sign in with the name that its coordinator gave you.</source>
            <translation>盲検の読影実験では、管理者から伝えられた名前でサインインしてください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Welcome to Station</source>
            <translation>Stationへようこそ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open the demo study</source>
            <translation>デモ検査を開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Who reads here</source>
            <translation>読影者</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>How it looks</source>
            <translation>外観</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <source>Where things are</source>
            <translation>保存場所</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/preparing.py" />
            <source>Skip</source>
            <translation>スキップ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Next</source>
            <translation>次へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/first_start.py" />
            <location filename="../../station/ui/reading/pages.py" />
            <source>Begin</source>
            <translation>開始</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Fixed in a blinded reading, where no score may depend on settings: {keys}, Tab and Esc.</source>
            <translation>盲検読影では、設定がスコアに影響しないように、次のキーは固定です: {keys}、Tab、Esc。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Menu</source>
            <translation>メニュー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>What it does</source>
            <translation>機能</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Press the key for “{what}”, or Esc to leave it as it is.</source>
            <translation>「{what}」に割り当てるキーを押してください。変更しない場合はEscを押してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Search an action or a key</source>
            <translation>機能またはキーの検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Keys of all actions</source>
            <translation>すべての機能のキー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Change…</source>
            <translation>変更…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add…</source>
            <translation>追加…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>No key</source>
            <translation>キーなし</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>As at first</source>
            <translation>初期設定に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>no key</source>
            <translation>キーなし</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/keys_page.py" />
            <source>Your own; at first: {first}</source>
            <translation>変更済み。初期設定: {first}</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Light</source>
            <translation>ライト</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>High contrast</source>
            <translation>ハイコントラスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Point: 13.96</source>
            <translation>ピリオド: 13.96</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Comma: 13,96</source>
            <translation>コンマ: 13,96</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Reader</source>
            <translation>読影者</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Look</source>
            <translation>外観</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <location filename="../../station/ui/viewing/pane_focus.py" />
            <source>Images</source>
            <translation>画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout</source>
            <translation>レイアウト</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Folders</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As what it holds</source>
            <translation>検査内容に応じて選択</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Reader's name</source>
            <translation>読影者名</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Typed values, findings and exports are recorded under this name.</source>
            <translation>手入力値、所見、書き出しは、この名前で記録されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Work</source>
            <translation>作業</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Grade the PETs of a study when it is opened</source>
            <translation>検査を開いたときにPETのグレード判定を行う</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Decimal sign of copied text</source>
            <translation>コピーするテキストの小数点</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>For sentences and tables that go into a report. DICOM, JSON and CSV have points; the menu VOI exports a CSV for spreadsheets with commas.</source>
            <translation>レポートに貼り付ける文章と表に適用されます。DICOM、JSON、CSVではピリオドを使用します。コンマを使う表計算用CSVは、VOIメニューから書き出せます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The language changes when Station starts again.</source>
            <translation>言語は、次回のStationの起動時に変わります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Size of the text</source>
            <translation>文字の大きさ</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>The whole window follows: text, rows, buttons. Images and the key images made of them are on black in every theme.</source>
            <translation>文字、行、ボタンなど、ウィンドウ全体に適用されます。画像とそのキー画像は、どのテーマでも黒い背景に表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>SUV windows on keys: 0 to</source>
            <translation>キーのSUVウィンドウ: 0～</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Each patient begins at SUV 0 to</source>
            <translation>患者ごとの初期値: SUV 0～</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>CT begins with</source>
            <translation>CTの初期値</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Inverse: dark on light</source>
            <translation>反転: 白地に黒</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Colours are those of the images shown now and from now on.</source>
            <translation>カラーは、表示中の画像と今後表示する画像に適用されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>A study opens in the layout of what it holds</source>
            <translation>検査を、その内容に応じたレイアウトで開きます</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Choosing a layout while a study is open changes this too. Your own layouts: View ▸ Layout ▸ Save this layout.</source>
            <translation>検査を開いているときにレイアウトを選択すると、この設定も変わります。自作のレイアウト: 表示 ▸ レイアウト ▸ このレイアウトの保存。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Open from</source>
            <translation>開くフォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder opened last</source>
            <translation>最後に開いたフォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Write to</source>
            <translation>書き込み先</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>the folder written to last</source>
            <translation>最後に書き込んだフォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Where the question for a file begins. Nothing is written among the images that are open, whatever is chosen here.</source>
            <translation>ファイルを選択するときに最初に表示するフォルダーです。ここでの選択にかかわらず、開いている画像のフォルダーには書き込みません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Choose…</source>
            <translation>選択…</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>{words}: choose a folder</source>
            <translation>{words}: フォルダーの選択</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>Upper bound of SUV window {number}</source>
            <translation>SUVウィンドウ{number}の上限</translation>
        </message>
        <message>
            <location filename="../../station/ui/preferences/pages.py" />
            <source>As the system</source>
            <translation>システムに合わせる</translation>
        </message>
        <message>
            <location filename="../../station/ui/preparing.py" />
            <source>Station compiles its kernels for this processor. This happens once, at the first start of a version, and takes a minute or two.</source>
            <translation>このプロセッサー用に計算カーネルをコンパイルしています。各バージョンの初回起動時に一度だけ行われ、1～2分かかります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Save the PET QA report</source>
            <translation>PETのQAレポートの保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade and checks</source>
            <translation>グレードとチェック</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade again</source>
            <translation>グレードの再判定</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Show what drives the grade</source>
            <translation>グレードの要因の表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Place liver sphere at the crosshair</source>
            <translation>肝の球VOIを十字カーソルに配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Put the liver sphere back</source>
            <translation>肝の球VOIを元の位置に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <location filename="../../station/ui/quality/panel.py" />
            <source>Report…</source>
            <translation>レポート…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Report without patient data…</source>
            <translation>患者情報なしのレポート…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Control chart…</source>
            <translation>管理図…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/actions.py" />
            <source>Grade when a study is opened</source>
            <translation>検査を開いたときにグレード判定</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Click a check to go to its place in all panes.</source>
            <translation>チェックをクリックすると、すべての表示枠がその位置に移動します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Check</source>
            <translation>チェック</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Value</source>
            <translation>値</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits</source>
            <translation>許容範囲</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Checks</source>
            <translation>チェック</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}</source>
            <translation>許容範囲: {limits}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>Limits: {limits}. {value}.</source>
            <translation>許容範囲: {limits}。{value}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/checks.py" />
            <source>It has no position to go to.</source>
            <translation>移動先の位置がありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>No dated image has been graded here yet. Open PET studies: they are graded automatically, and each image becomes a point in its scanner's chart.</source>
            <translation>日付のある画像のグレード判定がまだありません。PET検査を開くと自動的にグレード判定が行われ、各画像がスキャナーごとの管理図の点になります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Rules broken</source>
            <translation>ルール違反</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: not measured in any image.</source>
            <translation>{name}: どの画像でも測定されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{count} of the {baseline} images needed for limits</source>
            <translation>管理限界に必要な{baseline}画像のうち{count}画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>mean {mean:.2f}, SD {sd:.2f} of the first {baseline} of {count}</source>
            <translation>全{count}画像のうち最初の{baseline}画像の平均{mean:.2f}、SD {sd:.2f}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{figures}. {other_weights} graded with other weights are left out</source>
            <translation>{figures}。異なる重みで判定された{other_weights}件は除外</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Quality: control chart</source>
            <translation>画質: 管理図</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Reading the stored grades…</source>
            <translation>保存済みグレードの読み込み中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Scanner</source>
            <translation>スキャナー</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Kind of images</source>
            <translation>画像の種類</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Since</source>
            <translation>開始日</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>The limits come from the first images since this day: choose the day after a service or an update of the scanner</source>
            <translation>管理限界は、この日以降の最初の画像から求めます。スキャナーの点検または更新の翌日を選択してください</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Export CSV…</source>
            <translation>CSVの書き出し…</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Grades in time</source>
            <translation>グレードの推移</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Click a point or a row to see which image it is.</source>
            <translation>点または行をクリックすると、どの画像か表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Save the history</source>
            <translation>履歴の保存</translation>
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
            <translation>{figures}、ルール違反{broken}件</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{figures}; in control</source>
            <translation>{figures}、管理状態</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source> Limits are drawn once there are {baseline} images.</source>
            <translation>管理限界は、画像が{baseline}件になると表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>no longer in the study list: open its folder again</source>
            <translation>検査リストにありません。フォルダーを開き直してください</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>{name}: rule {numbers}</source>
            <translation>{name}: ルール{numbers}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Saved {file}</source>
            <translation>{file}を保存しました</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>not in the list</source>
            <translation>リストになし</translation>
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
            <translation>橙色: ネットワークが画質の低下を認めた位置。人が見ると別の原因に気づくことがあります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>WHAT PULLS THE GRADE DOWN</source>
            <translation>グレードを下げる要因</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Places that lower the grade</source>
            <translation>グレードを下げる位置</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>From the front, the patient's right on the left. Click to go there.</source>
            <translation>正面像。左側が患者の右です。クリックするとその位置に移動します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>What pulls the grade down, over the projection from the front</source>
            <translation>正面の投影像に重ねた、グレードを下げる要因</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>Go there. The share is relative to the strongest place.</source>
            <translation>その位置に移動します。割合は最も強い位置に対する相対値です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/evidence.py" />
            <source>No place in the image pulls its grade down.</source>
            <translation>グレードを下げる位置は画像にありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The image is graded once all images are shown, so that reading is not held up.</source>
            <translation>読影を妨げないように、すべての画像が表示された後にグレード判定を行います。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The quality of a PET is graded and checked here when a study is open.</source>
            <translation>検査を開くと、PETの画質のグレード判定とチェックがここに表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>For research. The grade does not replace a look at the image.</source>
            <translation>研究用です。グレードは画像の確認に代わるものではありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>What may have gone wrong: &lt;b&gt;{words}&lt;/b&gt;</source>
            <translation>考えられる問題: &lt;b&gt;{words}&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Image whose quality is shown</source>
            <translation>画質を表示している画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The PET whose quality is shown (default: that in the active column)</source>
            <translation>画質を表示するPET（既定: アクティブな列のPET）</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Place liver sphere here</source>
            <translation>ここに肝の球VOIを配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Show what drives it</source>
            <translation>要因の表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>CHECKS &amp;nbsp; {summary_html}</source>
            <translation>チェック &amp;nbsp; {summary_html}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Measure the liver at the crosshair, in a 3 mL sphere</source>
            <translation>十字カーソルの位置で、3 mLの球VOIにより肝を測定します</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Put the liver sphere back where it was placed automatically</source>
            <translation>肝の球VOIを、自動で配置された位置に戻します</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Find the places in the image that pull its grade down</source>
            <translation>画像の中でグレードを下げる位置を検出します</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Write the one-page PET QA report as PDF</source>
            <translation>1ページのPET QAレポートをPDFで書き出します</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grade and check the image again</source>
            <translation>画像のグレード判定とチェックをもう一度行います</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>The probability of the grades 3 to 5</source>
            <translation>グレード3～5の確率</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>{name} {version}, weights {sha256}.</source>
            <translation>{name} {version}、重み {sha256}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>{words}.</source>
            <translation>{words}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Not checked. {refusal}</source>
            <translation>チェックされていません。{refusal}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>P(Good) {probability_good:.2f}</source>
            <translation>P(Good) {probability_good:.2f}</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Probabilities of the grades: </source>
            <translation>グレードの確率: </translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>How probable each grade is
</source>
            <translation>各グレードの確率
</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}, kept since.</source>
            <translation>{day}に判定し、保存済みです。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Graded {day}.</source>
            <translation>{day}に判定しました。</translation>
        </message>
        <message>
            <location filename="../../station/ui/quality/panel.py" />
            <source>Grading…</source>
            <translation>グレード判定中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change your password</source>
            <translation>パスワードの変更</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Your password now</source>
            <translation>現在のパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>New password</source>
            <translation>新しいパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>{shortest_password} characters or more</source>
            <translation>{shortest_password}文字以上</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Repeat the password</source>
            <translation>パスワードの再入力</translation>
        </message>
        <message>
            <location filename="../../station/ui/question.py" />
            <source>Stays in the record for good</source>
            <translation>記録に残り、消去できません</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>New reader study…</source>
            <translation>新しい読影実験…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Read a study…</source>
            <translation>読影の開始…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Consensus…</source>
            <translation>合議…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/actions.py" />
            <source>Coordinator…</source>
            <translation>管理者…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Hidden until the study is locked: the grade can reveal what an image is. After that it is compared here with the readers' scores.</source>
            <translation>グレードからどの画像か分かることがあるため、読影実験を固定するまで表示しません。固定後、ここで読影者のスコアと比較します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Comparing with the QA grade…</source>
            <translation>QAグレードと比較中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images of</source>
            <translation>対象画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Scores of</source>
            <translation>対象スコア</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Graded</source>
            <translation>判定済み</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} images</source>
            <extracomment>One: {count} image</extracomment>
            <translation>
                <numerusform>{count}画像</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Score</source>
            <translation>スコア</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>All</source>
            <translation>すべて</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Which scores: a criterion of the protocol</source>
            <translation>対象のスコア: プロトコルの評価項目</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{method} A row's tip says what to know about its figures.</source>
            <translation>{method}行のヒントに、数値についての注意が表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {images}</source>
            <translation>{images}のグレード判定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>{count} with grade {name} and score {header}</source>
            <translation>グレード{name}、スコア{header}: {count}件</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>No image has a QA grade yet.</source>
            <translation>QAグレードのある画像がまだありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{busy} is under way.</source>
            <translation>「{busy}」が実行中です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Images that were read, are in the library and have no grade by this network</source>
            <translation>読影済みでライブラリにあり、このネットワークによるグレードがない画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>Grade {name}</source>
            <translation>グレード{name}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>GRADE BY SCORE: {of}</source>
            <translation>グレード別スコア: {of}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/grades.py" />
            <source>NOT COMPARED: {count} OF {read}</source>
            <translation>比較対象外: {read}中{count}件</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reader: reads every image</source>
            <translation>読影者: すべての画像を読影します</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Adjudicator: takes part in the consensus only</source>
            <translation>裁定者: 合議にのみ参加します</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Coordinator: follows the study, does not read</source>
            <translation>管理者: 読影実験の進行を管理し、読影は行いません</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock the study</source>
            <translation>読影実験の固定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>After this no answer can be given or changed, and the key may be opened for the analysis. The record is checked first. The history shows that the study was locked, by whom and when.</source>
            <translation>固定後は回答の入力も変更もできなくなり、解析のための対応表の開封が可能になります。最初に記録のチェックを行います。誰がいつ固定したかが履歴に残ります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Lock</source>
            <translation>固定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your password</source>
            <translation>自分のパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock the study</source>
            <translation>読影実験の固定解除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Readers who have not signed can go on, and sets can be reopened.</source>
            <translation>未署名の読影者は続行でき、セットの再開も可能になります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Unlock</source>
            <translation>固定解除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The key was open. Whoever has seen what the images are is no longer blinded; the results say that the study was unlocked, and why.</source>
            <translation>対応表は一度開封されています。画像の正体を見た人は、もはや盲検下にありません。固定が解除されたこととその理由は、結果に記載されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen a reader's set</source>
            <translation>読影者のセットの再開</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The signature is taken back, so that the reader can revise, and then sign again. Every answer given so far stays on record.</source>
            <translation>署名を取り消し、読影者が修正して再び署名できるようにします。これまでの回答はすべて記録に残ります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Reopen</source>
            <translation>再開</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose set</source>
            <translation>対象者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Add a person</source>
            <translation>参加者の追加</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>A reader gets a list of all images in an order of their own. Tell them the password yourself; they choose another one when they first sign in.</source>
            <translation>読影者には、それぞれ異なる順序で全画像のリストが割り当てられます。パスワードは本人に直接伝えてください。最初のサインイン時に本人が新しいパスワードを設定します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Name, as shown in the tables</source>
            <translation>表に表示する名前</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Role</source>
            <translation>役割</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>First password</source>
            <translation>初回パスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Your own password</source>
            <translation>あなた自身のパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set a password</source>
            <translation>パスワードの設定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>For a reader or adjudicator who forgot theirs. What they have open ends, and they choose another password when they sign in. Tell it to nobody else.</source>
            <translation>パスワードを忘れた読影者または裁定者のための機能です。開いている画面は終了し、サインイン時に本人が新しいパスワードを設定します。本人以外には伝えないでください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Set</source>
            <translation>設定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Whose</source>
            <translation>対象者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw a reader</source>
            <translation>読影者の除外</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>They can no longer sign in, the study does not wait for them, and their readings are not analysed. Everything they read stays on record.</source>
            <translation>除外された読影者はサインインできなくなり、読影実験はその読影者を待たず、読影結果は解析されません。読影した内容はすべて記録に残ります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Withdraw</source>
            <translation>除外</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Who</source>
            <translation>実行者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive the washout</source>
            <translation>ウォッシュアウトの免除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The reader may begin the next session now. The results say that they did, and why.</source>
            <translation>読影者は次のセッションを直ちに開始できます。免除したこととその理由は、結果に記載されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Waive</source>
            <translation>免除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Open the key</source>
            <translation>対応表の開封</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Shows the case and the arm behind every image code, and where the case came from.</source>
            <translation>各画像コードに対応する症例と群、および症例の出所を表示します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Make the investigator's copy</source>
            <translation>研究責任者用コピーの作成</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Protocol, audit trail, every answer first and last, and the key, in one file that you sign. Whoever has it can check it years later: station reading verify FILE.</source>
            <translation>プロトコル、監査証跡、最初と最後のすべての回答、対応表を、署名付きの1つのファイルにまとめます。このファイルがあれば、何年後でも検証できます: station reading verify FILE。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Sign and save</source>
            <translation>署名して保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Not signed yet: {left}. If you lock now, the analysis uses what is there. A reason is needed.</source>
            <translation>未署名: {left}。ここで固定すると、現在ある回答で解析します。理由が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Remark (optional)</source>
            <translation>備考（任意）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>The study is not locked. Whoever sees the key is no longer blinded and must not advise the readers. Your name, the time and the reason are recorded and stay in the history. The analysis does not need this: it opens the key after the lock.</source>
            <translation>読影実験は固定されていません。対応表を見た人はもはや盲検下になく、読影者に助言してはなりません。名前、時刻、理由が記録され、履歴に残ります。解析のための開封は不要です。固定後の解析で自動的に開封されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>I will no longer be blinded</source>
            <translation>盲検下でなくなることを了承します</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Key of {study}</source>
            <translation>{study}の対応表</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save as CSV…</source>
            <translation>CSVとして保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Save the key</source>
            <translation>対応表の保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write the analysis</source>
            <translation>解析の書き出し</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables, tests, agreement, QA grades, figures and rows of {study}, with an R script that recomputes scores, agreement, SUVs and foci. Files of the same names in the folder are replaced.</source>
            <translation>{study}の表、検定、一致度、QAグレード、図、行データと、スコア、一致度、SUV、限局集積を再計算するRスクリプトを書き出します。フォルダー内の同名のファイルは置き換えられます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Write</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs measured in these cases, as CSV (optional)</source>
            <translation>これらの症例で測定したVOIの表（CSV、任意）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Folder for the analysis</source>
            <translation>解析のフォルダー</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/questions.py" />
            <source>Tables of VOIs</source>
            <translation>VOIの表</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Last confirmed</source>
            <translation>最後の確定</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>No.</source>
            <translation>番号</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>When</source>
            <translation>日時</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>About</source>
            <translation>対象</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>revised</source>
            <translation>修正済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>next</source>
            <translation>次</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>not read</source>
            <translation>未読影</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Cases and readers</source>
            <translation>症例と読影者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Search: name, code, action, reason, date</source>
            <translation>検索: 名前、コード、操作、理由、日付</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>History</source>
            <translation>履歴</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Choose an entry to see all of it.</source>
            <translation>記録を選択すると、全体が表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>Case and arm</source>
            <translation>症例と群</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{name}  practice</source>
            <translation>{name}  練習</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} of {whole:,} entries</source>
            <translation>{whole:,}件中{count:,}件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/coordinator/tables.py" />
            <source>{count:,} entries</source>
            <extracomment>One: {count} entry</extracomment>
            <translation>
                <numerusform>{count:,}件</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record has not been read yet.</source>
            <translation>記録はまだ読み込まれていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Coordinator: {study}</source>
            <translation>管理者: {study}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Progress</source>
            <translation>進行状況</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>QA grade</source>
            <translation>QAグレード</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reading the record…</source>
            <translation>記録の読み込み中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study. If every coordinator forgets theirs, nobody can lock the study.</source>
            <translation>このパスワードで読影実験の対応表が封印されています。すべての管理者がパスワードを忘れると、読影実験を固定できなくなります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save every reading</source>
            <translation>全読影結果の保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Save the investigator's copy</source>
            <translation>研究責任者用コピーの保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>ZIP (*.zip)</source>
            <translation>ZIP (*.zip)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Refresh</source>
            <translation>更新</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Read the record now (F5); it is also read every half minute</source>
            <translation>記録を今すぐ読み込みます（F5）。30秒ごとにも自動で読み込みます</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>as of {at:%H:%M:%S}</source>
            <translation>{at:%H:%M:%S}現在</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Lock…</source>
            <translation>固定…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Unlock…</source>
            <translation>固定解除…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Analysis…</source>
            <translation>解析…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Readings, CSV…</source>
            <translation>読影結果、CSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Investigator's copy…</source>
            <translation>研究責任者用コピー…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Reopen a set…</source>
            <translation>セットの再開…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Add a person…</source>
            <translation>参加者の追加…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Set a password…</source>
            <translation>パスワードの設定…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Withdraw a reader…</source>
            <translation>読影者の除外…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Waive the washout…</source>
            <translation>ウォッシュアウトの免除…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Change my password…</source>
            <translation>自分のパスワードの変更…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Check the record</source>
            <translation>記録のチェック</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the key…</source>
            <translation>対応表の開封…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source> What is shown is as of {at:%H:%M:%S}.</source>
            <translation>表示は{at:%H:%M:%S}現在のものです。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Wrote {written}</source>
            <translation>{written}を書き出しました</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Open the folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The record could not be read.</source>
            <translation>記録を読み込めませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>{name}, coordinator</source>
            <translation>{name}、管理者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Close the study, so that it can be analysed</source>
            <translation>読影実験を締め切り、解析できるようにします</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let readers who have not signed go on, with a reason</source>
            <translation>理由を付けて、未署名の読影者が続行できるようにします</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Take a reader's signature back, so that they can revise</source>
            <translation>読影者の署名を取り消し、修正できるようにします</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>A reader, an adjudicator or another coordinator</source>
            <translation>読影者、裁定者、または別の管理者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>They no longer read, and are not analysed</source>
            <translation>以後は読影せず、解析もされません</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Let a reader begin the next session now, with a reason</source>
            <translation>理由を付けて、読影者が次のセッションを直ちに開始できるようにします</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>For a reader or adjudicator who forgot theirs</source>
            <translation>パスワードを忘れた読影者または裁定者のための機能です</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>It seals the key of the study</source>
            <translation>このパスワードで読影実験の対応表が封印されています</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>The chain of the audit trail, and every image file</source>
            <translation>監査証跡の連鎖と、すべての画像ファイル</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>What the image codes mean; who asked, and why, is recorded</source>
            <translation>画像コードの意味。開封者とその理由が記録されます</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Every reading with its arm, one line each</source>
            <translation>群を付けた全読影結果（1行に1件）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Everything about the study in one signed file</source>
            <translation>読影実験のすべてを、署名付きの1つのファイルに</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Tables, tests, agreement, QA grade, rows, R script</source>
            <translation>表、検定、一致度、QAグレード、行データ、Rスクリプト</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>EVERY IMAGE</source>
            <translation>すべての画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/coordinator/view.py" />
            <source>Copy the hash</source>
            <translation>ハッシュのコピー</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{scores}: {scale} · {scores2}: {scale2}. Click a focus, then press a digit.</source>
            <translation>{scores}: {scale} · {scores2}: {scale2}。限局集積をクリックし、数字キーを押してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{number} of {total}</source>
            <translation>{number}/{total}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Revision: the old answers stay on record, with the reason.</source>
            <translation>修正: 以前の回答は理由とともに記録に残ります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Consensus: agree on one score for each criterion.</source>
            <translation>合議: 評価項目ごとに1つのスコアで合意してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Practice: this case is not counted.</source>
            <translation>練習: この症例は集計に含まれません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not confirmed yet. {problem} It will be tried again automatically.</source>
            <translation>まだ確定されていません。{problem}自動的に再試行します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Not stored yet. {problem} Your answers stay on the screen, and storing them will be tried again automatically.</source>
            <translation>まだ保存されていません。{problem}回答は画面に残り、自動的に保存を再試行します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Why does the answer change?</source>
            <translation>回答を変更する理由</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Reason of the revision</source>
            <translation>修正の理由</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Back to the list</source>
            <translation>一覧に戻る</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Case {code}</source>
            <translation>症例{code}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Save the revision · Enter</source>
            <translation>修正の保存 · Enter</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{name}{value}: none</source>
            <translation>{name}{value}: なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>describe it if Yes</source>
            <translation>「はい」の場合は内容を記入</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Saving…</source>
            <translation>保存中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Still to answer: {left}.</source>
            <translation>未回答: {left}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Change an answer, or go back to the list.</source>
            <translation>回答を変更するか、一覧に戻ってください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Write why the answer changes.</source>
            <translation>回答を変更する理由を記入してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirming…</source>
            <translation>確定中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Confirm · Enter</source>
            <translation>確定 · Enter</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Look at it</source>
            <translation>位置の表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Where?</source>
            <translation>部位</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Site of focus {number}</source>
            <translation>限局集積{number}の部位</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove this mark</source>
            <translation>このマークの削除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Remove focus {number}</source>
            <translation>限局集積{number}の削除</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source> on {side}</source>
            <translation>（{side}）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Comment{of} (optional)</source>
            <translation>コメント{of}（任意）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None in {side} · 0</source>
            <translation>{side}: なし · 0</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>None · 0</source>
            <translation>なし · 0</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>No</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: no</source>
            <translation>{title}{of}: いいえ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>Yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>{title}{of}: yes</source>
            <translation>{title}{of}: はい</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it in {side}?</source>
            <translation>{side}のアーチファクトの内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/form.py" />
            <source>What is it?</source>
            <translation>アーチファクトの内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Blinded reading</source>
            <translation>盲検読影</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Axial</source>
            <translation>横断像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Coronal</source>
            <translation>冠状断像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Sagittal</source>
            <translation>矢状断像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice up</source>
            <translation>1スライス上へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>A slice down</source>
            <translation>1スライス下へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the left</source>
            <translation>MIPの左回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Turn the MIP to the right</source>
            <translation>MIPの右回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Wider window, if adjustable</source>
            <translation>ウィンドウを広く（調整可能な場合）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Narrower window</source>
            <translation>ウィンドウを狭く</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>↑ ↓ Tab</source>
            <translation>↑ ↓ Tab</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>go to another question</source>
            <translation>別の質問へ移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>Y N</source>
            <translation>Y N</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>artifact: yes, no</source>
            <translation>アーチファクト: はい、いいえ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>confirm; in a text: finish it</source>
            <translation>確定。テキスト入力中は入力の終了</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>axial, coronal, sagittal</source>
            <translation>横断像、冠状断像、矢状断像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>a slice up, down; wheel</source>
            <translation>1スライス上へ、下へ。ホイールでも可</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>last, first slice</source>
            <translation>最後、最初のスライス</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>turn the MIP; wheel</source>
            <translation>MIPの回転。ホイールでも可</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>window, if adjustable; left drag</source>
            <translation>ウィンドウ（調整可能な場合）。左ドラッグでも可</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>whole body, original window</source>
            <translation>全身、元のウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/keys.py" />
            <source>crosshair on, off</source>
            <translation>十字カーソルの表示、非表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The image is hidden and the clock is stopped. Your answers are kept.</source>
            <translation>画像は非表示になり、時計は停止しています。回答は保持されています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The next sitting opens on {day}, so that no image is remembered from the one before. What you confirmed is stored.</source>
            <translation>前回の画像の記憶が残らないように、次のセッションは{day}に開始できます。確定した内容は保存されています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>What you confirmed is stored. Closing loses nothing.</source>
            <translation>確定した内容は保存されています。閉じても何も失われません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>I read these images myself, without knowing how any of them was made. These are my answers, and they are final.</source>
            <translation>これらの画像は、作成方法を知らずに自分で読影しました。これが私の回答であり、確定です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>We looked at these images together, without knowing how any of them was made, and agreed on these scores. They are final.</source>
            <translation>これらの画像は、作成方法を知らずに全員で確認し、これらのスコアで合意しました。スコアは確定です。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your signature says: “{meaning}”</source>
            <translation>署名の意味: 「{meaning}」</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} answers are not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</source>
            <extracomment>One: {count} answer is not stored yet. {problem} Leave the program open: storing is tried again automatically. If you close now, unstored answers are lost.</extracomment>
            <translation>
                <numerusform>{count}件の回答がまだ保存されていません。{problem}プログラムを開いたままにしてください。自動的に保存を再試行します。今閉じると、未保存の回答は失われます。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Close and lose them</source>
            <translation>閉じて回答を破棄</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nobody was here for a while. Your answers are kept; your password goes on.</source>
            <translation>しばらく操作がありませんでした。回答は保持されています。パスワードを入力すると続行できます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The scale stays the same. From now on every case counts, and the words of the scale appear when you point at a score.</source>
            <translation>評価尺度は変わりません。これ以降の症例はすべて集計に含まれます。尺度の説明は、スコアにポインターを重ねると表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Paused</source>
            <translation>一時停止中</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Continue</source>
            <translation>続行</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>another day</source>
            <translation>別の日</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Rest</source>
            <translation>休止</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look again</source>
            <translation>再確認</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Reading cannot go on</source>
            <translation>読影を続行できません</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Nothing to agree on</source>
            <translation>合議の対象なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>No two readers scored an image as differently as the protocol brings together.</source>
            <translation>プロトコルで合議の対象となるほど、読影者間でスコアの異なる画像はありませんでした。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/pages.py" />
            <source>{count} foci</source>
            <extracomment>One: {count} focus</extracomment>
            <translation>
                <numerusform>限局集積{count}か所</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Loading the next case</source>
            <translation>次の症例の読み込み中</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Locked</source>
            <translation>ロック中</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Go on…</source>
            <translation>続行…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Practice is over</source>
            <translation>練習の終了</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Open this case</source>
            <translation>この症例を開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Sign</source>
            <translation>署名</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Number</source>
            <translation>番号</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Revised</source>
            <translation>修正済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings</source>
            <translation>読影結果</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signed</source>
            <translation>署名済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>The consensus on {cases} is final. The coordinator can lock the study.</source>
            <translation>{cases}の合議が確定しました。管理者は読影実験を固定できます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Comment</source>
            <translation>コメント</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Artifact</source>
            <translation>アーチファクト</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Signing…</source>
            <translation>署名中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>practice {number}</source>
            <translation>練習{number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <location filename="../../station/ui/reading/screen.py" />
            <source>Password of {name}</source>
            <translation>{name}のパスワード</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All agreed</source>
            <translation>すべて合議済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>{cases} agreed on. Look through them; each can be opened and revised, with a reason. Signing makes the consensus final.</source>
            <translation>{cases}が合議済みです。内容を確認してください。それぞれ開いて、理由を付けて修正できます。署名すると合議が確定します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Your readings of {cases} are final. The consensus opens when every reader has signed: Reading ▸ Consensus, or station read --consensus.</source>
            <translation>{cases}の読影結果が確定しました。合議は、すべての読影者の署名後に始まります: 読影 ▸ 合議、または station read --consensus。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>All cases are read</source>
            <translation>すべての症例の読影が終わりました</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/pages.py" />
            <source>Look through your readings of {cases}. What is opened again can be revised, with a reason. Signing makes them all final.</source>
            <translation>{cases}の読影結果を確認してください。再び開いた症例は、理由を付けて修正できます。署名するとすべて確定します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Slice {number}/{of}</source>
            <translation>スライス {number}/{of}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/panes.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>outside the image</source>
            <translation>画像の範囲外</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Station: reading</source>
            <translation>Station: 読影</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press {scores}–{scores2} to score, {enter}{away}</source>
            <translation>{scores}–{scores2}でスコアを入力、{enter}{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{planes}: plane · {middle}{signs}: reset</source>
            <translation>{planes}: 断面 · {middle}{signs}: リセット</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>You use it to sign in and to sign. The coordinator can give you another one.</source>
            <translation>サインインと署名に使用します。管理者が再発行できます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to go back</source>
            <translation>Escで戻る</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Esc to pause</source>
            <translation>Escで一時停止</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to confirm, {away}</source>
            <translation>Enterで確定、{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Type, then press Enter, {away}</source>
            <translation>入力後にEnter、{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Click a focus, press {scores}–{scores2} to mark it; 0: none. ↓ to go on</source>
            <translation>限局集積をクリックし、{scores}–{scores2}でマーク。0: なし。↓で次へ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Y or N, {away}</source>
            <translation>YまたはNで回答、{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Enter to confirm, </source>
            <translation>Enterで確定、</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>{window}: window · </source>
            <translation>{window}: ウィンドウ · </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Go on reading</source>
            <translation>読影の続行</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Nobody was here for {idle_minutes} minutes. What was answered is kept.</source>
            <translation>{idle_minutes}分間操作がありませんでした。回答は保持されています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/screen.py" />
            <source>Press Enter to save, {away}</source>
            <translation>Enterで保存、{away}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>The password you were given is known to somebody else. Choose one of your own: only you can then sign with it. 12 characters or more; four or five words are easy to remember.</source>
            <translation>渡されたパスワードは、ほかの人も知っています。自分だけのパスワードを設定してください。そのパスワードで署名できるのは本人だけです。12文字以上で、4～5語の組み合わせにすると覚えやすくなります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study yet. The coordinator makes one: Reading ▸ New reader study.</source>
            <translation>読影実験がまだありません。管理者が作成します: 読影 ▸ 新しい読影実験。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Read a study</source>
            <translation>読影の開始</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Coordinator</source>
            <translation>管理者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Images are shown on the full screen, under codes.</source>
            <translation>画像は、コードのみを付けて全画面に表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Readers agree on what they scored very differently, still under codes. It opens when every reader has signed; one reader signs in for all present, or the adjudicator does.</source>
            <translation>スコアの差が大きい画像について、コードのまま合議します。すべての読影者の署名後に始まります。出席者を代表して読影者1名がサインインするか、裁定者がサインインします。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Progress, locking and the analysis of a study.</source>
            <translation>読影実験の進行状況、固定、解析。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Study</source>
            <comment>a reader study</comment>
            <translation>スタディ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Looking for reader studies</source>
            <translation>読影実験の検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in</source>
            <translation>サインイン</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>Signing in…</source>
            <translation>サインイン中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/sign_in.py" />
            <source>There is no reader study “{wanted}”. Ask the coordinator for its name.</source>
            <translation>読影実験「{wanted}」はありません。名前を管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as</source>
            <translation>用途</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Study</source>
            <translation>検査</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>A case is a study with a conventional and a DL image of one scan. Readers practise on the practice cases first; those answers do not count.</source>
            <translation>症例とは、同じ撮像の従来画像とDL画像がある検査です。読影者は最初に練習症例で練習します。その回答は集計に含まれません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Studies of the archive</source>
            <translation>アーカイブの検査</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Search by name, ID, date or description</source>
            <translation>氏名、ID、日付、説明で検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Looking through the archive…</source>
            <translation>アーカイブの確認中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Images of this case</source>
            <translation>この症例の画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use as case</source>
            <translation>症例として使用</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Use for practice</source>
            <translation>練習に使用</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>All shown as cases</source>
            <translation>表示中をすべて症例に</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{cases} · {count} for practice · {possible} of {count2} shown can be chosen</source>
            <translation>{cases} · 練習{count}件 · 表示中{count2}件のうち{possible}件を選択可能</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The selected studies ({key} in the table)</source>
            <translation>選択した検査（表では{key}）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>No study matches. Search for something else.</source>
            <translation>一致する検査がありません。別の語で検索してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>{patient_name} cannot be a case. {problem}</source>
            <translation>{patient_name}は症例にできません。{problem}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Which images are compared:</source>
            <translation>比較する画像:</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>Conventional: {conventional_label} · DL: {dl_label}</source>
            <translation>従来: {conventional_label} · DL: {dl_label}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>The archive is empty. Open the studies in Station once; then they are listed here.</source>
            <translation>アーカイブが空です。Stationで検査を一度開くと、ここに一覧表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/cases.py" />
            <source>This study</source>
            <translation>この検査</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>A password has 12 characters or more (four or five words are easy to remember), does not contain the name, and no two people share one. Give each person theirs in private: they choose another when they first sign in, and then only they can sign with it. The coordinator's password opens the sealed key: it cannot be recovered.</source>
            <translation>パスワードは12文字以上とし（4～5語の組み合わせが覚えやすい）、名前を含めず、ほかの人と同じものは使えません。各自のパスワードは本人にだけ伝えてください。最初のサインイン時に本人が新しいパスワードを設定し、以後は本人だけが署名できます。封印された対応表は管理者のパスワードで開封されます。このパスワードは復元できません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocol</source>
            <translation>プロトコル</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What is scored, on which scale, and how images are presented.</source>
            <translation>何を、どの尺度でスコアを付け、画像をどのように提示するか。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>at least {washout_cases} others between two images of one patient</source>
            <translation>同じ患者の2つの画像の間に、ほかの画像を少なくとも{washout_cases}件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} mistakes in {name}</source>
            <extracomment>One: {count} mistake in {name}</extracomment>
            <translation>
                <numerusform>{name}の誤り{count}件</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>People</source>
            <translation>参加者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The coordinator follows the study and does not read. Readers score alone. The adjudicator decides what readers scored very differently; without one they agree on it together.</source>
            <translation>管理者は読影実験の進行を管理し、読影は行いません。読影者は単独でスコアを付けます。スコアの差が大きい画像は裁定者が判断します。裁定者がいない場合は、読影者が合議します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Summary</source>
            <translation>概要</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Both images of every case are copied under random codes, without their headers, checked for leaks, and recorded. The key is sealed under the coordinator's password.</source>
            <translation>全症例の両画像を、ヘッダーを除き、無作為なコードを付けてコピーし、漏えいをチェックして記録します。対応表は管理者のパスワードで封印されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Preparation</source>
            <translation>準備</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>foci are marked, each with a confidence</source>
            <translation>限局集積を、それぞれ確信度を付けてマーク</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Sites: {sites}.</source>
            <translation>部位: {sites}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>* Our words: the source of the protocol gives none for this score.</source>
            <translation>* 独自の表現: プロトコルの出典に、このスコアの説明はありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>, and {days} between sittings</source>
            <translation>、セッション間は{days}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{images} images, {files:,} files and {attributes:,} attributes were looked at</source>
            <translation>画像{images}件、ファイル{files:,}個、属性{attributes:,}個を確認</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count} things</source>
            <extracomment>One: one thing</extracomment>
            <translation>
                <numerusform>手がかり{count}件</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>As readers choose it, such as Denoising 2026</source>
            <translation>読影者が選択する名前。例: Denoising 2026</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Choose a file…</source>
            <translation>ファイルの選択…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What the protocol says</source>
            <translation>プロトコルの内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Name of the study</source>
            <translation>読影実験の名前</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Protocols (*.toml)</source>
            <translation>プロトコル (*.toml)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{washout_days} days</source>
            <translation>{washout_days}日</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>readers may change it, from 0–{low:g} to 0–{high:g}</source>
            <translation>読影者が変更可能、0–{low:g}から0–{high:g}まで</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Presentation</source>
            <translation>提示方法</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Washout</source>
            <translation>ウォッシュアウト</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Hidden repeats</source>
            <translation>知らせない再提示</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{repeats}, to see how well each reader agrees with themselves</source>
            <translation>{repeats}（読影者内の一致度を調べるため）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Window</source>
            <translation>ウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>At the end</source>
            <translation>終了時</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Yes or no</source>
            <translation>はい／いいえ</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{artifact}; a yes is described</source>
            <translation>{artifact}（「はい」の場合は内容を記入）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>on scores {large_difference} points apart or more</source>
            <translation>スコアの差が{large_difference}点以上</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Correct the file, then choose it again.</source>
            <translation>ファイルを修正し、選択し直してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{text} has no name. Enter one.</source>
            <translation>{text}の名前がありません。入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The two passwords of {text} differ. Type both again.</source>
            <translation>{text}の2つのパスワードが異なります。両方を入力し直してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Adjudicator</source>
            <translation>裁定者</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Add a reader</source>
            <translation>読影者の追加</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>An adjudicator decides the consensus</source>
            <translation>裁定者が合議を決定する</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Show passwords</source>
            <translation>パスワードの表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due on</source>
            <translation>期限</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {count}</source>
            <translation>読影者{count}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>What was found</source>
            <translation>検出内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study was not started</source>
            <translation>読影実験は開始されませんでした</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The leak check found {leaks} by which patients or arms could be distinguished ({looked}). The copies were deleted; nothing was recorded.</source>
            <translation>漏えいチェックで、患者または群を区別できる{leaks}が見つかりました（{looked}）。コピーは削除され、何も記録されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>one image at a time, in a random order for each reader</source>
            <translation>1画像ずつ、読影者ごとに無作為な順序で提示</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>both images of a patient side by side, A and B at random</source>
            <translation>同じ患者の2画像を並べ、AとBを無作為に割り付け</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>password again</source>
            <translation>パスワードの再入力</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {n}</source>
            <translation>読影者{n}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Reader {number}</source>
            <translation>読影者{number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{count}, {images} images</source>
            <translation>{count}症例、{images}画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Practice cases</source>
            <translation>練習症例</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Each reader scores</source>
            <translation>読影者あたりのスコア数</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>{shown} {what}, {repeats} of them repeats</source>
            <translation>{shown} {what}（うち再提示{repeats}）</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Readers of “{study}” can now sign in: Reading ▸ Read a study.</source>
            <translation>「{study}」の読影者がサインインできるようになりました: 読影 ▸ 読影の開始。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>The study is ready to be read</source>
            <translation>読影実験の準備ができました</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/pages.py" />
            <source>Leak check passed: {looked}.</source>
            <translation>漏えいチェック合格: {looked}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Planning</source>
            <translation>計画</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Optional: how many cases and readers show what you expect, with readers and cases as samples.</source>
            <translation>任意: 期待する結果を示すのに必要な症例数と読影者数を、読影者と症例を標本として求めます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>From a pilot…</source>
            <translation>予備実験から…</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Simulate</source>
            <translation>シミュレーション</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Cancel the simulation</source>
            <translation>シミュレーションのキャンセル</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>The simulation was cancelled.</source>
            <translation>シミュレーションはキャンセルされました。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Scores of a pilot</source>
            <translation>予備実験のスコア</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>Tables (*.csv)</source>
            <translation>表 (*.csv)</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>power</source>
            <translation>検出力</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>cases</source>
            <translation>症例数</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/reading/wizard/planning.py" />
            <source>{count} readers</source>
            <extracomment>One: {count} reader</extracomment>
            <translation>
                <numerusform>読影者{count}名</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>New reader study</source>
            <translation>新しい読影実験</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Looking for cases</source>
            <translation>症例の検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing the study</source>
            <translation>読影実験の準備</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Preparing a reader study</source>
            <translation>読影実験の準備</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The study could not be prepared</source>
            <translation>読影実験を準備できませんでした</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>{sentence} Nothing was kept.</source>
            <translation>{sentence}何も保存されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Give the study a name.</source>
            <translation>読影実験の名前を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The protocol has mistakes. Correct them, or choose another protocol.</source>
            <translation>プロトコルに誤りがあります。修正するか、別のプロトコルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelled</source>
            <translation>キャンセル済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>The preparation was cancelled. Nothing was kept.</source>
            <translation>準備はキャンセルされました。何も保存されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Cancelling …</source>
            <translation>キャンセル中 …</translation>
        </message>
        <message>
            <location filename="../../station/ui/reading/wizard/wizard.py" />
            <source>Prepare the study</source>
            <translation>読影実験を準備</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional</source>
            <translation>1列: 従来画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL</source>
            <translation>1列: DL</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: CT</source>
            <translation>1列: CT</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: conventional on CT</source>
            <translation>1列: CT上の従来画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: DL on CT</source>
            <translation>1列: CT上のDL</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the other image</source>
            <translation>1列: その他の画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: the DL image of the other date</source>
            <translation>1列: 別日のDL画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>One column: MIP</source>
            <translation>1列: MIP</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>Station: second window</source>
            <translation>Station: 第2ウィンドウ</translation>
        </message>
        <message>
            <location filename="../../station/ui/second_window.py" />
            <source>What this window shows</source>
            <translation>このウィンドウの表示内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/single.py" />
            <source>The window that is open is of Station {build}, and this is Station {theirs}. Close that window, and start this one again.</source>
            <translation>開いているウィンドウはStation {build}で、こちらはStation {theirs}です。そのウィンドウを閉じてから、もう一度起動してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Files of the last opening that were left out, each with the reason</source>
            <translation>前回の読み込みで除外されたファイルと、それぞれの理由</translation>
        </message>
        <message numerus="yes">
            <location filename="../../station/ui/status.py" />
            <source>{count:,} files left out</source>
            <extracomment>One: {count} file left out</extracomment>
            <translation>
                <numerusform>{count:,}個のファイルを除外</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Listening: {words}</source>
            <translation>受信中: {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Other programs can send to Station; {came} came so far.</source>
            <translation>ほかのプログラムからStationに送信できます。これまでの受信: {came}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Reader: {reader}</source>
            <translation>読影者: {reader}</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>Not listening</source>
            <translation>受信停止中</translation>
        </message>
        <message>
            <location filename="../../station/ui/status.py" />
            <source>being computed</source>
            <translation>計算中</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of both PETs: type a value and press Enter</source>
            <translation>両PETの上限: 値を入力してEnterを押してください</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Spheres</source>
            <translation>球</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow</source>
            <translation>領域拡張</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Paint</source>
            <translation>塗り</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Draw</source>
            <translation>描画</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Tools</source>
            <translation>ツール</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Upper bound of the SUV window</source>
            <translation>SUVウィンドウの上限</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend of CT and PET</source>
            <translation>CTとPETの合成比</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Blend: CT on the left, PET on the right</source>
            <translation>合成比: 左がCT、右がPET</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>More tools</source>
            <translation>その他のツール</translation>
        </message>
        <message>
            <location filename="../../station/ui/tool_bar.py" />
            <source>Links</source>
            <translation>連動</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>{value} {unit} at {position}</source>
            <translation>{value} {unit}、位置 {position}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/accessible.py" />
            <source>No image</source>
            <translation>画像なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open a folder of DICOM files</source>
            <translation>DICOMファイルのフォルダーを開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open DICOM files, a ZIP or a DICOMDIR</source>
            <translation>DICOMファイル、ZIP、DICOMDIRを開く</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station's data folder</source>
            <translation>Stationのデータフォルダーへのフォルダーのコピー</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image</source>
            <translation>キー画像の保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Typed values are recorded under this name:</source>
            <translation>手入力値は次の名前で記録されます:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open folder…</source>
            <translation>フォルダーを開く…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Open files, ZIP or DICOMDIR…</source>
            <translation>ファイル、ZIP、DICOMDIRを開く…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Copy a folder into Station…</source>
            <translation>Stationへのフォルダーのコピー…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image…</source>
            <translation>キー画像の保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/actions.py" />
            <source>Save key image without patient data…</source>
            <translation>患者情報なしのキー画像の保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>{name}, other date: not measured here</source>
            <translation>{name}、別日: ここでは測定されません</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Being computed</source>
            <translation>計算中</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>CHANGE MAP · red: DL higher, blue: lower</source>
            <translation>変化マップ · 赤: DLが高い、青: 低い</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>UNSURE MAP · violet: the network's answers differ</source>
            <translation>不確実マップ · 紫: ネットワークの出力が一致しない</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>SYNTHETIC</source>
            <translation>合成データ</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/canvas.py" />
            <source>RESEARCH · not for diagnosis</source>
            <translation>研究用 · 診断には使用不可</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>{name} is not known to be the patient of the open study, {name2}. Show the image of another patient next to it?</source>
            <translation>{name}は、開いている検査の患者{name2}と同一人物か確認できません。別の患者の画像を並べて表示しますか。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Show it</source>
            <translation>表示する</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Do not show it</source>
            <translation>表示しない</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust</source>
            <translation>調整</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Ctrl + left drag moves the image of the other date, Ctrl + right drag turns it</source>
            <translation>Ctrl + 左ドラッグで別日の画像を移動、Ctrl + 右ドラッグで回転します</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>Adjust how the dates are laid onto each other</source>
            <translation>検査日間の位置合わせの調整</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_bar.py" />
            <source>As it was before it was moved by hand (Ctrl+Backspace)</source>
            <translation>手動で移動する前の状態に戻します（Ctrl+Backspace）</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Nothing was moved by hand.</source>
            <translation>手動で移動したものはありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the left of the screen</source>
            <translation>画面の左へ1 mm移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm to the right of the screen</source>
            <translation>画面の右へ1 mm移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm up</source>
            <translation>上へ1 mm移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Move it 1 mm down</source>
            <translation>下へ1 mm移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, against the clock</source>
            <translation>反時計回りに1°回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Turn it by 1°, with the clock</source>
            <translation>時計回りに1°回転</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>As it was before it was moved by hand</source>
            <translation>手動で移動する前の状態に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>Register the two dates again</source>
            <translation>2つの検査日の位置合わせの再実行</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/dates_menu.py" />
            <source>VOIs of the other date as proposals</source>
            <translation>別日のVOIを提案として表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>{name} · ID {id}</source>
            <translation>{name} · ID {id}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/key_image.py" />
            <source>of ANOTHER STUDY</source>
            <translation>別の検査</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Compare: conventional | DL</source>
            <translation>比較: 従来 | DL</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>2×3: conventional, DL, CT or fusion</source>
            <translation>2×3: 従来、DL、CTまたはフュージョン</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>One image large</source>
            <translation>1画像の拡大</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>PET with CT: PET, CT, fusion, MIP</source>
            <translation>PETとCT: PET、CT、フュージョン、MIP</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Three reconstructions</source>
            <translation>3種類の再構成画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current</source>
            <translation>前回 | 今回</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Prior | current, conventional and DL of each</source>
            <translation>前回 | 今回、それぞれ従来とDL</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout:</source>
            <translation>レイアウトの名前:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>You have not saved a layout yet.</source>
            <translation>保存されたレイアウトがまだありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Name of the layout. Studies with {kind} open in it from now on:</source>
            <translation>レイアウトの名前。今後、{kind}の検査はこのレイアウトで開きます:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save the layout</source>
            <translation>レイアウトの保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Layout:</source>
            <translation>レイアウト:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout</source>
            <translation>レイアウトの名前の変更</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>New name of {old}:</source>
            <translation>{old}の新しい名前:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout</source>
            <translation>レイアウトの削除</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Choose the layout by what a study holds</source>
            <translation>検査内容に応じたレイアウトの選択</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Save this layout…</source>
            <translation>このレイアウトの保存…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Rename a layout…</source>
            <translation>レイアウトの名前の変更…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>Delete a layout…</source>
            <translation>レイアウトの削除…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>My layouts</source>
            <translation>自作のレイアウト</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>This study does not hold three reconstructions.</source>
            <translation>この検査には3種類の再構成画像がありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/layout_menu.py" />
            <source>None is saved yet</source>
            <translation>まだ保存されていません</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no deep-learning denoised series. One can be computed from its unfiltered PET; any other series can be put here by hand.</source>
            <translation>この検査には、深層学習によるノイズ低減シリーズがありません。フィルタなしPETから計算できます。ほかのシリーズを手動で配置することもできます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source> ({part} of {parts})</source>
            <translation>（{part}/{parts}）</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here; a series can also be dragged here</source>
            <translation>ここに別のシリーズを表示します。シリーズをドラッグすることもできます</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Series shown here</source>
            <translation>表示中のシリーズ</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show another series here</source>
            <translation>別のシリーズを表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Being denoised</source>
            <translation>ノイズ低減中</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>The image appears here while it is computed, {series_words}.</source>
            <translation>計算中の画像がここに表示されます: {series_words}。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Loading…</source>
            <translation>読み込み中…</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>{percent} % computed · {words}</source>
            <translation>{percent} % 計算済み · {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No DL-denoised image</source>
            <translation>DLノイズ低減画像なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No conventional PET</source>
            <translation>従来PETなし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no attenuation-corrected PET series.</source>
            <translation>この検査には、減弱補正されたPETシリーズがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No CT</source>
            <translation>CTなし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>This study holds no CT series.</source>
            <translation>この検査にはCTシリーズがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>No other image</source>
            <translation>その他の画像なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show a series of any date here: drag it from the study list.</source>
            <translation>任意の日付のシリーズを、検査リストからここにドラッグして表示できます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the upper row</source>
            <translation>上段</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>the lower row</source>
            <translation>下段</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/pane_area.py" />
            <source>Show next to it</source>
            <translation>並べて表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Drawings are kept with the open study. Open the other date to draw on it.</source>
            <translation>描画は開いている検査に保存されます。別日の画像に描画するには、その検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>{fraction:.0f} % computed, not measured</source>
            <translation>{fraction:.0f} % 計算済み、未測定</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>This slice is still being computed</source>
            <translation>このスライスは計算中です</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>MIP when the image is complete</source>
            <translation>MIPは画像の完成後に表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <location filename="../../station/ui/voi/actions.py" />
            <source>Text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>Text on the image:</source>
            <translation>画像上のテキスト:</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/panes.py" />
            <source>A MIP has no depth: use the {tool} in a slice.</source>
            <translation>MIPには奥行きがありません。{tool}はスライス上で使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Series of the study</source>
            <translation>検査のシリーズ</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Acquired</source>
            <translation>撮像日時</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>not recorded</source>
            <translation>記録なし</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Reconstruction</source>
            <translation>再構成</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/series_panel.py" />
            <source>Not shown</source>
            <translation>非表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Border between {names} and {names2}</source>
            <translation>{names}と{names2}の境界</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/splits.py" />
            <source>Drag to share the room; double click to put it back</source>
            <translation>ドラッグで幅を調整、ダブルクリックで元に戻します</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>This station</source>
            <translation>この端末</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Search name, ID, date</source>
            <translation>氏名、ID、日付の検索</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>PATIENTS</source>
            <translation>患者</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Servers…</source>
            <translation>サーバー…</translation>
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
{modality}、{slices}スライス
画像の上にドラッグすると、そこに表示されます</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{description}
Computed here and not saved: it is lost when another study is opened.
File › Save derived series… writes it as DICOM.</source>
            <translation>{description}
ここで計算され、保存されていません。別の検査を開くと失われます。
ファイル › 派生シリーズの保存…でDICOMとして書き出せます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>No study matches "{search}".</source>
            <translation>「{search}」に一致する検査がありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Studies that you open are listed here.</source>
            <translation>開いた検査がここに一覧表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{words}
{value}
Double click to open</source>
            <translation>{words}
{value}
ダブルクリックで開きます</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>{mark}   not saved · {description}</source>
            <translation>{mark}   未保存 · {description}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show in column {number} ({title})	Alt+{number}</source>
            <translation>列{number}に表示（{title}）	Alt+{number}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as conventional</source>
            <translation>従来画像として表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as DL</source>
            <translation>DL画像として表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show as CT</source>
            <translation>CTとして表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Quality: {words}</source>
            <translation>画質: {words}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Take off the list</source>
            <translation>リストから外す</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_browser.py" />
            <source>Show next to the open study</source>
            <translation>開いている検査と並べて表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/study_tree.py" />
            <source>Studies</source>
            <translation>検査</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{unit} → {unit2} of {label}</source>
            <translation>{label}の{unit} → {unit2}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>SUV inputs</source>
            <translation>SUV計算条件</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Return to the header's value</source>
            <translation>ヘッダーの値に戻す</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Double click a value to type another. It is recorded with your name.</source>
            <translation>値をダブルクリックすると、別の値を手入力できます。読影者名とともに記録されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Input</source>
            <translation>項目</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Tag</source>
            <translation>タグ</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>Source</source>
            <translation>由来</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>SUV inputs are shown here when a PET is open.</source>
            <translation>PETを開くと、SUV計算条件がここに表示されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{label} is shown in {unit}.</source>
            <translation>{label}は{unit}で表示しています。</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}. {label} has no SUV: {suv_problem}</source>
            <translation>{words}。{label}にはSUVがありません: {suv_problem}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}. {label} has another factor: × {mean:.6g}</source>
            <translation>{words}。{label}は係数が異なります: × {mean:.6g}</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/suv_panel.py" />
            <source>{words}; the other image has the same factor</source>
            <translation>{words}、もう一方の画像の係数も同じ</translation>
        </message>
        <message>
            <location filename="../../station/ui/viewing/viewport.py" />
            <source>{label} lies in another frame of reference than {label2}. Place the VOI in the PET that it measures.</source>
            <translation>{label}は{label2}と座標系が異なります。VOIは、測定対象のPET上に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No VOI is selected.</source>
            <translation>VOIが選択されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>The selected VOI is not a sphere.</source>
            <translation>選択したVOIは球ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No burden was found yet.</source>
            <translation>腫瘍量はまだ検出されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI to export.</source>
            <translation>書き出すVOIがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>There is no VOI and nothing drawn or written to export.</source>
            <translation>書き出すVOI、描画、テキストがありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume of the sphere in mL:</source>
            <translation>球の体積（mL）:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue type:</source>
            <translation>組織の種類:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>{refusal}

To place it all the same, give the reason:</source>
            <translation>{refusal}

このまま配置する場合は、理由を入力してください:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read VOIs from NIfTI, DICOM SEG, RTSTRUCT or SR</source>
            <translation>NIfTI、DICOM SEG、RTSTRUCT、SRからのVOIの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOIs (*.nii *.nii.gz *.dcm *);;All files (*)</source>
            <translation>VOI (*.nii *.nii.gz *.dcm *);;すべてのファイル (*)</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No contours, masks or reports were found next to the images.</source>
            <translation>画像と同じ場所に、輪郭、マスク、レポートは見つかりませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm right</source>
            <translation>右へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm left</source>
            <translation>左へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm down</source>
            <translation>下へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm up</source>
            <translation>上へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm forwards</source>
            <translation>前へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>1 mm backwards</source>
            <translation>後へ1 mm</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV…</source>
            <translation>CSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV with the patient's name…</source>
            <translation>患者氏名付きCSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet…</source>
            <translation>表計算用CSV…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>CSV for a spreadsheet with decimal commas…</source>
            <translation>表計算用CSV（小数点コンマ）…</translation>
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
            <translation>PDFページ…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Report with the patient's name, as PDF…</source>
            <translation>患者氏名付きレポート（PDF）…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 0.5 mL</source>
            <translation>0.5 mLの球</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of 3 mL</source>
            <translation>3 mLの球</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Sphere of another volume…</source>
            <translation>別の体積の球…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Lesion…</source>
            <translation>病変…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Place a VOI: V and click, or V V</source>
            <translation>VOIの配置: Vを押してクリック、またはV V</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Guided placement of the reference tissues</source>
            <translation>参照組織のガイド付き配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Propose the reference tissues</source>
            <translation>参照組織の提案</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Back to the site before</source>
            <translation>前の部位に戻る</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Skip this site</source>
            <translation>この部位をスキップ</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Grow a lesion from a click</source>
            <translation>クリック位置からの病変の領域拡張</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush: add to the selected VOI</source>
            <translation>ブラシ: 選択したVOIに追加</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Brush</source>
            <translation>ブラシ</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser: take from the selected VOI</source>
            <translation>消しゴム: 選択したVOIから消去</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Eraser</source>
            <translation>消しゴム</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Whole-body burden…</source>
            <translation>全身腫瘍量…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Count or leave out parts of the burden by a click</source>
            <translation>クリックによる構成部分の算入と除外</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Snap to the hottest voxel</source>
            <translation>最高集積ボクセルへ移動</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy the sentence of the selected VOI</source>
            <translation>選択したVOIの文のコピー</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Copy all as text</source>
            <translation>すべてをテキストとしてコピー</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Tissue of the lesion…</source>
            <translation>病変の組織…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rename…</source>
            <translation>名前の変更…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume…</source>
            <translation>体積…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour…</source>
            <translation>色…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Hide or show</source>
            <translation>表示と非表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read from NIfTI, SEG, RTSTRUCT or SR…</source>
            <translation>NIfTI、SEG、RTSTRUCT、SRからの読み込み…</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Read what is next to the images</source>
            <translation>画像と同じ場所にあるものの読み込み</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Name:</source>
            <translation>名前:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Volume in mL:</source>
            <translation>体積（mL）:</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Colour of the VOI</source>
            <translation>VOIの色</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Export VOIs</source>
            <translation>VOIの書き出し</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>VOI 0.5</source>
            <translation>VOI 0.5</translation>
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
            <translation>球内の等値輪郭</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>No guided placement is under way.</source>
            <translation>ガイド付き配置は実行されていません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Rule of growing</source>
            <translation>領域拡張の規則</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Nudge</source>
            <translation>微調整</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <location filename="../../station/ui/voi/panel.py" />
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Distance</source>
            <translation>距離</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse with statistics</source>
            <translation>統計値付き楕円</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Ellipse</source>
            <translation>楕円</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Arrow</source>
            <translation>矢印</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>Highest 1 mL mean in the VOI</source>
            <translation>VOI内で平均が最大の1 mL</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/actions.py" />
            <source>On the hottest voxel</source>
            <translation>最高集積ボクセル上</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Finds everything at or above a threshold in both images. What is in the brain, the heart, the kidneys, the bladder or a ureter is left out at first; a click counts a part or leaves it out.</source>
            <translation>両画像で、しきい値以上のものをすべて検出します。脳、心、腎、膀胱、尿管にあるものは最初は除外されます。クリックで構成部分の算入と除外を切り替えられます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Counted</source>
            <translation>算入済み</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Threshold in SUV</source>
            <translation>しきい値（SUV）</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Find</source>
            <translation>検出</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Whose parts are listed</source>
            <translation>構成部分を一覧表示する画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of the burden</source>
            <translation>腫瘍量の構成部分</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Δ: volume {words}, TLG {words2}</source>
            <translation>Δ: 体積 {words}、TLG {words2}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>, {small} smaller not listed</source>
            <translation>、小さいため一覧にないもの{small}個</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>{title}: {volume_ml:.1f} mL, TLG {tlg:.0f} in {count} of {count2} parts ≥ {level:g} {unit}{small}</source>
            <translation>{title}: {volume_ml:.1f} mL、TLG {tlg:.0f}、{count2}個中{count}個の構成部分、≥ {level:g} {unit}{small}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>SUV ≥</source>
            <translation>SUV ≥</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Parts of</source>
            <translation>対象画像</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>Click a part here, or in an image, to change it.</source>
            <translation>ここまたは画像上で構成部分をクリックすると、切り替わります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/burden_panel.py" />
            <source>"{text}" is not a threshold. Type an SUV such as 4.</source>
            <translation>「{text}」はしきい値として使用できません。4のようにSUVを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/drawn_table.py" />
            <source>Drawn on the images</source>
            <translation>画像上の描画</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <location filename="../../station/ui/window.py" />
            <source>Findings</source>
            <translation>所見</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Findings of this study</source>
            <translation>この検査の所見</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Insert all measurements</source>
            <translation>全測定値の挿入</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>What was written before</source>
            <translation>以前の記載内容</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Kept for {reader}, with its history.</source>
            <translation>{reader}の所見として、履歴とともに保存されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/findings_panel.py" />
            <source>Nothing was written yet.</source>
            <translation>まだ記載がありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Propose them</source>
            <translation>提案</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Find the reference tissues in this image and propose a place for each</source>
            <translation>この画像で参照組織を検出し、それぞれの位置を提案します</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>← Back</source>
            <translation>← 戻る</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>The site before (Shift+S)</source>
            <translation>前の部位（Shift+S）</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place</source>
            <translation>配置</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place the sphere where it is proposed (Enter)</source>
            <translation>提案された位置に球を配置します（Enter）</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Drop</source>
            <translation>却下</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place nothing there (Del)</source>
            <translation>そこには何も配置しません（Del）</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Place another site of the protocol</source>
            <translation>プロトコルの別の部位を配置します</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Choose a site</source>
            <translation>部位の選択</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOIs are measured here when a study is open.</source>
            <translation>検査を開くと、VOIがここで測定されます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Still to place: {missing}</source>
            <translation>未配置: {missing}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>VOI of {volume_ml:g} mL</source>
            <translation>{volume_ml:g} mLのVOI</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{head}Proposed: {what}&lt;br&gt;Enter places it, Del drops it; arrows, PgUp and PgDn move it by 1 mm.</source>
            <translation>{head}提案: {what}&lt;br&gt;Enterで配置、Delで却下。矢印キー、PgUp、PgDnで1 mm移動します。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>&lt;br&gt;Shift + click only looks there.</source>
            <translation>&lt;br&gt;Shift + クリックでは、その位置を表示するだけです。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Click in the image of {date}</source>
            <translation>{date}の画像をクリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Click in an image</source>
            <translation>画像をクリック</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Guided placement →</source>
            <translation>ガイド付き配置 →</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>{name} (placed)</source>
            <translation>{name}（配置済み）</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Skip this site →</source>
            <translation>この部位をスキップ →</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/guide.py" />
            <source>Esc: place nothing</source>
            <translation>Esc: 何も配置しません</translation>
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
            <translation>{title}: 平均{mean:.2f} ± {sd:.2f}、最小{minimum:.2f}、CoV {cov:.3f}、{volume_ml:.2f} mL、{voxels}ボクセル</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Placed beyond the protocol's limits: {override}</source>
            <translation>プロトコルの許容範囲外に配置: {override}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>/ aortic arch</source>
            <translation>/ 大動脈弓</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Ratio to the same statistic of the aortic arch</source>
            <translation>大動脈弓の同じ統計値に対する比</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Place the aortic arch:
the ratios are taken to it.</source>
            <translation>大動脈弓を配置してください。
比はこれを基準にします。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>One image is in {units}, the other in {units2}:
nothing to plot.</source>
            <translation>画像の単位が{units}と{units2}で異なります。
プロットできません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/panel.py" />
            <source>Open a study first.</source>
            <translation>先に検査を開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>VOIs in both images are plotted here.</source>
            <translation>両画像のVOIがここにプロットされます。</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>{word}: mean →, {second} − {first} ↑
bias {bias:+.2f}</source>
            <translation>{word}: 平均 →、{second} − {first} ↑
バイアス {bias:+.2f}</translation>
        </message>
        <message>
            <location filename="../../station/ui/voi/plot.py" />
            <source>Bland–Altman</source>
            <translation>Bland–Altman</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>A reader study is being read on this station, so that nothing else is shown. Open the files when the reader has finished.</source>
            <translation>この端末では読影実験の読影中のため、ほかのものは表示されません。読影者の読影が終わってからファイルを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>{name} · {day} · Station</source>
            <translation>{name} · {day} · Station</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Burden</source>
            <translation>腫瘍量</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Measure {name} on this date as well</source>
            <translation>この検査日でも{name}を測定</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Show here</source>
            <translation>ここに表示</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The log is in {folder}.</source>
            <translation>ログは{folder}にあります。</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>There is no file or folder {missing}.</source>
            <translation>ファイルまたはフォルダー{missing}がありません。</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>The key image could not be written to {path}. Choose another folder.</source>
            <translation>キー画像を{path}に書き込めませんでした。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/ui/window.py" />
            <source>Saved the key image {name}</source>
            <translation>キー画像{name}を保存しました</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>"{word}" is not a verb of station, and there is no file or folder of that name. The nearest verb is "{nearest}"; `station --help` lists them all.</source>
            <comment>below</comment>
            <translation>「{word}」はstationのコマンドではなく、その名前のファイルやフォルダーもありません。最も近いコマンドは「{nearest}」です。`station --help`ですべてのコマンドを確認できます。</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>The system lacks {library}, without which nothing can be drawn. `station doctor` says what to install.</source>
            <comment>below</comment>
            <translation>このシステムには、描画に必要な{library}がありません。インストールが必要なものは`station doctor`で確認できます。</translation>
        </message>
        <message>
            <location filename="../../station/__main__.py" />
            <source>There is no file or folder {missing}.</source>
            <comment>below</comment>
            <translation>ファイルまたはフォルダー{missing}がありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/__init__.py" />
            <source>This user has no home folder, so that there is no place for Station's data. Name a folder in {home_variable}, or set HOME.</source>
            <comment>below</comment>
            <translation>このユーザーにはホームフォルダーがないため、Stationのデータの保存先がありません。{home_variable}にフォルダーを指定するか、HOMEを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The ledger of {folder} is in a shared database. Set {url_variable} to it.</source>
            <comment>below</comment>
            <translation>{folder}の台帳は共有データベースにあります。{url_variable}にそのデータベースを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The ledger {folder} is gone. Put a backup in its place, or {remedy}.</source>
            <comment>below</comment>
            <translation>台帳{folder}がなくなっています。バックアップを同じ場所に戻すか、次のようにしてください: {remedy}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} holds no batch. Name the folder that was given to `station batch` with --out.</source>
            <comment>below</comment>
            <translation>{folder}には一括処理がありません。`station batch`の--outに指定したフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} cannot be read: {strerror}.</source>
            <comment>below</comment>
            <translation>{folder}を読み取れません: {strerror}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>{folder} is damaged. Put a backup in its place, or {remedy}.</source>
            <comment>below</comment>
            <translation>{folder}は破損しています。バックアップを同じ場所に戻すか、次のようにしてください: {remedy}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>The {called} does not know the batch of {folder}.</source>
            <comment>below</comment>
            <translation>「{called}」には、{folder}の一括処理の記録がありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/batches.py" />
            <source>Set {url_variable} to the database in which it began.</source>
            <comment>below</comment>
            <translation>{url_variable}に、一括処理を開始したデータベースを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} begins with {drivername}:// and names {value}; Station shares its archive through PostgreSQL. Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable}は{drivername}://で始まり、データベースの指定は次のとおりです: {value}。StationはPostgreSQLでアーカイブを共有します。{example_url}の形式で記述してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>The {called} was written by Station {needed}, this is Station {version}. Install Station {needed2} or newer, or {remedy}.</source>
            <comment>below</comment>
            <translation>「{called}」はStation {needed}で書き込まれたもので、このStationのバージョンは{version}です。Station {needed2}以降をインストールするか、次のようにしてください: {remedy}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>The data folder {home} cannot be made: {strerror}. Set STATION_HOME to a folder that you can write.</source>
            <comment>below</comment>
            <translation>データフォルダー{home}を作成できません: {strerror}。STATION_HOMEに書き込み可能なフォルダーを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} is not the address of a database. Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable}はデータベースのアドレスではありません。{example_url}の形式で記述してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{url_variable} cannot be used ({error}). Write it as {example_url}.</source>
            <comment>below</comment>
            <translation>{url_variable}を使用できません（{error}）。{example_url}の形式で記述してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>{place} is a database, but not an index of Station.</source>
            <comment>below</comment>
            <translation>{place}はデータベースですが、Stationのインデックスではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>Set {url_variable} to an empty one.</source>
            <comment>below</comment>
            <translation>{url_variable}に空のデータベースを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/database.py" />
            <source>Move it away; Station then makes a new one.</source>
            <comment>below</comment>
            <translation>別の場所に移動してください。移動後、Stationが新しく作成します。</translation>
        </message>
        <message>
            <location filename="../../station/archive/files.py" />
            <source>The study could not be copied into {folder}: {error}. Check that the folder can be written and that the study's files can be read, or open the study in place.</source>
            <comment>below</comment>
            <translation>検査を{folder}にコピーできませんでした: {error}。フォルダーに書き込めること、検査のファイルを読み取れることを確認するか、検査を元の場所のまま開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/index.py" />
            <source>A VOI in the index {path} is damaged or was written by a newer Station ({error}). Install the newest Station, or put a backup of the index in its place.</source>
            <comment>below</comment>
            <translation>インデックス{path}のVOIが破損しているか、より新しいStationで書き込まれています（{error}）。最新のStationをインストールするか、インデックスのバックアップを同じ場所に戻してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/index.py" />
            <source>A record in the index {path} is damaged ({error}). Open the study again from its folder.</source>
            <comment>below</comment>
            <translation>インデックス{path}の記録が破損しています（{error}）。検査をフォルダーからもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>Too many wrong passwords with this name. Try again at {astimezone}; the coordinator can set a new password.</source>
            <comment>below</comment>
            <translation>この名前で誤ったパスワードが多数回入力されました。{astimezone}にもう一度試してください。管理者は新しいパスワードを設定できます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>The password of {name} was set since they signed in; this sitting has ended. Sign in again.</source>
            <comment>below</comment>
            <translation>{name}のパスワードがサインイン後に設定されたため、このセッションは終了しました。もう一度サインインしてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>{name} was withdrawn from this study. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>{name}はこの読影実験から除外されています。管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/accounts.py" />
            <source>This password was chosen by the coordinator. Change it first; then go on.</source>
            <comment>below</comment>
            <translation>このパスワードは管理者が決めたものです。先にパスワードを変更してから続行してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>{capitalize} needs a reason. Write why.</source>
            <comment>below</comment>
            <translation>次の操作には理由が必要です: {capitalize}。理由を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>"{plain}" is no name of a {of_what}. Give one line of 1 to {longest_name} characters.</source>
            <comment>below</comment>
            <translation>「{plain}」は名前として使用できません（対象: {of_what}）。1～{longest_name}文字で、1行で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>The name "{name}" is taken{looks}. Give each person another one.</source>
            <comment>below</comment>
            <translation>次の名前はすでに使われています: 「{name}」{looks}。各人に別の名前を付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/checks.py" />
            <source>A reader study needs a {value}. Add one.</source>
            <comment>below</comment>
            <translation>読影実験には次の役割の人が必要です: {value}。追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>Nothing is agreed on. Score what is discordant.</source>
            <comment>below</comment>
            <translation>合意がありません。不一致の項目を評価してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} name a question twice.</source>
            <comment>below</comment>
            <translation>{code}の回答に同じ質問が2回あります。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} are none that the form gives.</source>
            <comment>below</comment>
            <translation>{code}の回答は、フォームで入力できるものではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/confirmed.py" />
            <source>The answers of {code} are no answers.</source>
            <comment>below</comment>
            <translation>{code}の回答は回答ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>"{code}" is not in the consensus. Take the case that is shown.</source>
            <comment>below</comment>
            <translation>「{code}」は合議の対象ではありません。表示されている症例を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>{code} is agreed on already. It can be revised, with a reason.</source>
            <comment>below</comment>
            <translation>{code}はすでに合議済みです。理由を付けて修正できます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/consensus.py" />
            <source>{left} of {cases} images are not agreed on yet. Score them first.</source>
            <comment>below</comment>
            <translation>{cases}件の画像のうち{left}件が合議されていません。先にスコアを付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Who joins later gets a one-time password.</source>
            <comment>below</comment>
            <translation>後から参加する人には、ワンタイムパスワードが発行されます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is locked. Unlock it first, with a reason.</source>
            <comment>below</comment>
            <translation>読影実験は固定されています。先に、理由を付けて固定を解除してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is locked already.</source>
            <comment>below</comment>
            <translation>読影実験はすでに固定されています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Not signed yet: {waiting}. Wait, or give a reason to lock the study as it is.</source>
            <comment>below</comment>
            <translation>未署名: {waiting}。署名を待つか、理由を入力して現状のまま読影実験を固定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The study is not locked.</source>
            <comment>below</comment>
            <translation>読影実験は固定されていません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>{reader} has not signed; nothing has to be reopened.</source>
            <comment>below</comment>
            <translation>{reader}は署名していないため、再開の必要はありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>The consensus has begun: readers have seen each other's scores, and what they scored before stays.</source>
            <comment>below</comment>
            <translation>合議が始まっており、読影者が互いのスコアを見ています。それ以前に付けたスコアはそのまま残ります。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>"{reader}" does not read in this study.</source>
            <comment>below</comment>
            <translation>「{reader}」はこの読影実験の読影者ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>A study keeps one reader at least. Add another one first.</source>
            <comment>below</comment>
            <translation>読影実験には少なくとも1名の読影者が必要です。先に別の読影者を追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Every reader has signed; the consensus is open. Nobody can be withdrawn.</source>
            <comment>below</comment>
            <translation>すべての読影者が署名し、合議が始まっています。誰も除外できません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>{reader} does not wait for a washout.</source>
            <comment>below</comment>
            <translation>{reader}はウォッシュアウトの待機中ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>Every reader has signed; the consensus is open. Nobody can join.</source>
            <comment>below</comment>
            <translation>すべての読影者が署名し、合議が始まっています。新たに参加することはできません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/coordinator.py" />
            <source>"{name}" is not a reader or an adjudicator of this study.</source>
            <comment>below</comment>
            <translation>「{name}」はこの読影実験の読影者でも裁定者でもありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its trail ends at entry {entries}, its manifest says {manifest} with the hash {manifest2}.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。監査証跡は記録{entries}件目で終わっていますが、マニフェストでは{manifest}件、ハッシュは{manifest2}となっています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>No entry in {name} has the hash {strip}.</source>
            <comment>below</comment>
            <translation>{name}には、ハッシュが{strip}の記録がありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is not an investigator's copy: it has no {missing}.</source>
            <comment>below</comment>
            <translation>{name}は研究責任者用コピーではありません。{missing}がありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its manifest was not signed by {get}.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。マニフェストに署名したのは{get}ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. {other} was added or taken away.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。{other}が追加されたか、取り除かれています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. It is signed by {manifest}, whose key in the trail is another one, or who does not coordinate the study.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。署名者{manifest}の鍵が監査証跡のものと異なるか、この署名者が読影実験の管理者ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{path} cannot be read as an investigator's copy ({error}).</source>
            <comment>below</comment>
            <translation>{path}を研究責任者用コピーとして読み取れません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} was made by Station {manifest}. Install it to check it.</source>
            <comment>below</comment>
            <translation>{name}はStation {manifest}で作成されました。検証するには、そのバージョンをインストールしてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. Its manifest cannot be read.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。マニフェストを読み取れません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. {name2} was changed.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。{name2}が変更されています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. The answers in {file} are not those that were signed.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。{file}の回答が、署名された回答と一致しません。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} is broken. It holds two files of one name.</source>
            <comment>below</comment>
            <translation>{name}は壊れています。同じ名前のファイルが2つ含まれています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/copy.py" />
            <source>{name} holds a file that no copy of a study has.</source>
            <comment>below</comment>
            <translation>{name}には、読影実験のコピーに含まれるはずのないファイルがあります。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/images.py" />
            <source>The images of {image} are not in {images}. Prepare the study again.</source>
            <comment>below</comment>
            <translation>{image}の画像が{images}にありません。読影実験をもう一度準備してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/keys.py" />
            <source>The answers of {code} are sealed, and belong to somebody else.</source>
            <comment>below</comment>
            <translation>{code}の回答は封印されており、他の人のものです。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/keys.py" />
            <source>The consensus does not open: a reader signed with another share than their own. The coordinator finds out whose by checking the record, and reopens that set.</source>
            <comment>below</comment>
            <translation>合議を開けません。読影者の1人が自分のものでない分担鍵で署名しています。管理者は記録を確認して該当者を調べ、そのセットを再開してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/overview.py" />
            <source>"{name}" is not locked, and its key is sealed. The coordinator locks it when every reader has signed.</source>
            <comment>below</comment>
            <translation>「{name}」は固定されておらず、対応表は封印されています。すべての読影者の署名後に、管理者が固定します。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>"{code}" is not on your list. Take the case that is shown.</source>
            <comment>below</comment>
            <translation>「{code}」はリストにありません。表示されている症例を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>The next sitting opens on {until}. Come back on that day.</source>
            <comment>below</comment>
            <translation>次のセッションは{until}に開始できます。その日にもう一度来てください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{code} is not the case to be read now. Go on with the one that is shown; what is confirmed can be revised.</source>
            <comment>below</comment>
            <translation>{code}は今読影する症例ではありません。表示されている症例を続けてください。確定した症例は修正できます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{code} stays as you confirmed it: with it the protocol measures how well you agree with yourself. Go back to the list.</source>
            <comment>below</comment>
            <translation>{code}は、確定した内容のまま残ります。プロトコルはこの症例で、読影者自身の読影の一致度を測定します。リストに戻ってください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>{left} of {items} cases are not confirmed yet. Read them first.</source>
            <comment>below</comment>
            <translation>{items}件の症例のうち{left}件が確定していません。先に読影してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/reader.py" />
            <source>The protocol lets you open {most} again, and you have. What is opened already can be opened again.</source>
            <comment>below</comment>
            <translation>プロトコルで再度開けるのは{most}までで、すでにその数に達しました。再度開いたことのある症例は、もう一度開けます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>The password of {name} is not right. Type it again.</source>
            <comment>below</comment>
            <translation>{name}のパスワードが正しくありません。もう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>{name} has no signing key yet: it is made when they sign in.</source>
            <comment>below</comment>
            <translation>{name}の署名鍵はまだありません。署名鍵はサインイン時に作成されます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>A revision needs its reason. Write why the answer changes.</source>
            <comment>below</comment>
            <translation>修正には理由が必要です。回答を変更する理由を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>The study is locked: no answer can be given or changed. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>読影実験は固定されているため、回答の入力も変更もできません。管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>This set is signed: no answer can be given or changed. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>このセットは署名済みのため、回答の入力も変更もできません。管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>Choose another password than the one you were given.</source>
            <comment>below</comment>
            <translation>発行されたものとは別のパスワードを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>{code} is not confirmed yet. Confirm it; then it can be revised.</source>
            <comment>below</comment>
            <translation>{code}はまだ確定していません。確定すると修正できるようになります。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/sittings.py" />
            <source>These answers are the ones on record. Change one, or leave it.</source>
            <comment>below</comment>
            <translation>これらの回答は記録済みの回答と同じです。いずれかを変更するか、このままにしてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/stored.py" />
            <source>There is no reader study "{name}". Those there are: {listed}.</source>
            <comment>below</comment>
            <translation>読影実験「{name}」はありません。現在ある読影実験: {listed}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>The coordinator does not score. Sign in as a reader or as the adjudicator.</source>
            <comment>below</comment>
            <translation>管理者はスコアを付けません。読影者または裁定者としてサインインしてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>The consensus opens when every reader has signed. Still to sign: {waiting}.</source>
            <comment>below</comment>
            <translation>合議は、すべての読影者の署名後に始まります。未署名: {waiting}。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>"{typed}" with this password is not known in this study. Check both; the coordinator can set a new password.</source>
            <comment>below</comment>
            <translation>「{typed}」とこのパスワードの組み合わせは、この読影実験に登録されていません。両方を確認してください。管理者は新しいパスワードを設定できます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A reader study "{other}" exists already. Give this one another name.</source>
            <comment>below</comment>
            <translation>読影実験「{other}」はすでにあります。別の名前を付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>{name} takes part in the consensus only. It opens when every reader has signed.</source>
            <comment>below</comment>
            <translation>{name}は合議にのみ参加します。合議は、すべての読影者の署名後に始まります。</translation>
        </message>
        <message>
            <location filename="../../station/archive/readings/studies.py" />
            <source>{row} was withdrawn from this study. Ask the coordinator.</source>
            <comment>below</comment>
            <translation>{row}はこの読影実験から除外されています。管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/roles.py" />
            <source>A login needs the name of a person, as the study has it.</source>
            <comment>below</comment>
            <translation>ログインには、読影実験に登録されているとおりの人の名前が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} in {file} cannot be read. Enter it again in the server's settings.</source>
            <comment>below</comment>
            <translation>{file}にある{server_name}の秘密情報を読み取れません。サーバーの設定でもう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} cannot be read: the keyring {error}. Unlock it and try again, or enter the secret again in the server's settings.</source>
            <comment>below</comment>
            <translation>{server_name}の秘密情報を読み取れません。キーリングの状態: {error}。キーリングのロックを解除してもう一度試すか、サーバーの設定で秘密情報をもう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>The secret of {server_name} cannot be kept: the keyring {why}, and {file} cannot be written: {strerror}. Free some space, or let the keyring work.</source>
            <comment>below</comment>
            <translation>{server_name}の秘密情報を保存できません。キーリングの状態: {why}。また、{file}に書き込めません: {strerror}。空き容量を増やすか、キーリングが動作するようにしてください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/secrets.py" />
            <source>An older secret of {server_name} in {file} cannot be deleted: {strerror}. Delete the file.</source>
            <comment>below</comment>
            <translation>{file}にある{server_name}の古い秘密情報を削除できません: {strerror}。このファイルを削除してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>{url_variable} is {url}. Write it as https://server/path.</source>
            <comment>below</comment>
            <translation>{url_variable}は{url}になっています。https://server/pathの形式で記述してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>The timestamp server {url} did not answer ({error}). The record itself is written.</source>
            <comment>below</comment>
            <translation>タイムスタンプサーバー{url}から応答がありませんでした（{error}）。記録自体は書き込まれています。</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>This is not a timestamp of {hash} ({error}).</source>
            <comment>below</comment>
            <translation>これは{hash}のタイムスタンプではありません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/archive/timestamps.py" />
            <source>{ca_variable} names {file}, which cannot be read ({error}). Give a PEM file.</source>
            <comment>below</comment>
            <translation>{ca_variable}に指定された{file}を読み取れません（{error}）。PEMファイルを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>There is no transfer {number}. `station pacs ledger` lists those that there are.</source>
            <comment>below</comment>
            <translation>転送{number}はありません。現在ある転送は`station pacs ledger`で確認できます。</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>What is kept about the server "{name}" is damaged or of a newer Station. Add the server again.</source>
            <comment>below</comment>
            <translation>サーバー「{name}」の保存情報が破損しているか、より新しいStationのものです。サーバーをもう一度追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/archive/transfers.py" />
            <source>{what}, in this or another Station. Wait for it, or stop it there.</source>
            <comment>below</comment>
            <translation>{what}（このStationまたは別のStation）。完了を待つか、そちらで停止してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>The original image is unchanged.</source>
            <comment>below</comment>
            <translation>元の画像は変更されていません。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is in {unit}; the network needs {suv_bw}. Show it in {suv_bw2}, which needs the patient's weight and the injected activity.</source>
            <comment>below</comment>
            <translation>{name}の単位は{unit}ですが、ネットワークには{suv_bw}が必要です。{suv_bw2}で表示してください。それには患者の体重と投与放射能が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is already denoised. Choose the series it was made from.</source>
            <comment>below</comment>
            <translation>{name}はすでにノイズ低減されています。元になったシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: it has {slices} slices. Choose another series.</source>
            <comment>below</comment>
            <translation>{name}は空です（スライス数 {slices}）。別のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} has {slices} slice{value}; the network needs at least {slices2} neighbouring ones. Choose a series with more slices.</source>
            <comment>below</comment>
            <translation>{name}のスライスが足りません（{slices}枚）。ネットワークには隣り合う{slices2}枚以上が必要です。スライスの多いシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: none of its slices is stored. Export it again.</source>
            <comment>below</comment>
            <translation>{name}は空です。保存されたスライスがありません。もう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} has values down to {lowest} SUV; the network was trained on OSEM images, which have none below 0. Choose a series reconstructed with OSEM and not processed further.</source>
            <comment>below</comment>
            <translation>{name}にはSUV {lowest}までの値があります。ネットワークは0未満の値を持たないOSEM画像で学習しました。OSEMで再構成され、それ以上処理されていないシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name} is empty: all values are 0. Choose another series.</source>
            <comment>below</comment>
            <translation>{name}は空です。すべての値が0です。別のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{volume}: voxels of {spacing_mm} cannot be denoised as they are; the network was trained on {voxel_mm} mm only. Allow resampling, or reconstruct with voxels of {voxel_mm2} mm.</source>
            <comment>below</comment>
            <translation>{volume}: {spacing_mm}のボクセルはそのままではノイズ低減できません。ネットワークは{voxel_mm} mmのみで学習しました。リサンプリングを許可するか、{voxel_mm2} mmのボクセルで再構成してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: slice {s} contains values that are not numbers. Export the series again.</source>
            <comment>below</comment>
            <translation>{name}: スライス{s}に数値でない値があります。シリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: slices {start}–{stop} are isolated between missing ones; the network needs at least {slices} neighbouring ones. Export the series again.</source>
            <comment>below</comment>
            <translation>{name}: スライス{start}～{stop}は欠けたスライスの間に孤立しています。ネットワークには隣り合う{slices}枚以上が必要です。シリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/denoiser.py" />
            <source>{name}: its {slices} slices cover {length_mm} mm; the network needs {slices2} mm. Choose a series with more slices.</source>
            <comment>below</comment>
            <translation>{name}: {slices} スライスの範囲は {length_mm} mm です。ネットワークには {slices2} mm が必要です。スライス数の多いシリーズを選んでください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/device.py" />
            <source>There is no CUDA device on this computer. Choose auto or cpu.</source>
            <comment>below</comment>
            <translation>このコンピューターにはCUDAデバイスがありません。autoまたはcpuを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/device.py" />
            <source>This processor does not support bf16. Choose auto or fp32.</source>
            <comment>below</comment>
            <translation>このプロセッサーはbf16に対応していません。autoまたはfp32を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/engine.py" />
            <source>Denoiser: its weights contain values that are not numbers. Reinstall the program, or train the network again.</source>
            <comment>below</comment>
            <translation>ノイズ低減モデル: 重みに数値でない値が含まれています。プログラムを再インストールするか、ネットワークをもう一度学習させてください。</translation>
        </message>
        <message>
            <location filename="../../station/denoise/weights.py" />
            <source>No shipped denoiser has the SHA-256 {sha256}…, which the recipe is to begin with.</source>
            <comment>below</comment>
            <translation>SHA-256が{sha256}…のノイズ低減モデルは同梱されていません。レシピでは、このモデルから開始する指定になっています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours name slices of this image, but another frame of reference: it was taken as drawn on this image.</source>
            <comment>below</comment>
            <translation>輪郭はこの画像のスライスを参照していますが、座標系は別のものを参照しています。この画像上に描かれたものとして扱いました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Not used, as they enclose no region: {listed} contours.</source>
            <comment>below</comment>
            <translation>次の輪郭は領域を囲んでいないため、使用しませんでした: {listed}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>No contours between {gap} mm: the gap was filled from both sides.</source>
            <comment>below</comment>
            <translation>{gap} mmの間に輪郭がありません。この隙間は両側から補いました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>No contours between {gap} mm: the gap was left empty.</source>
            <comment>below</comment>
            <translation>{gap} mmの間に輪郭がありません。この隙間は空のままにしました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <location filename="../../station/dicom/segmentation.py" />
            <source>There is no VOI to write. Place one first.</source>
            <comment>below</comment>
            <translation>書き込むVOIがありません。先にVOIを配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>VOI "{name}" is between two slices of {label}. Move or enlarge it.</source>
            <comment>below</comment>
            <translation>VOI「{name}」は{label}の2枚のスライスの間にあります。移動するか、大きくしてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours ({places} mm) are between two slices of the image; the nearest slice was taken.</source>
            <comment>below</comment>
            <translation>輪郭（{places} mm）は画像の2枚のスライスの間にあります。最も近いスライスを使用しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{outside} of the {planes} planes with its contours are outside the image and were left out.</source>
            <comment>below</comment>
            <translation>輪郭のある{planes}面のうち{outside}面は画像の外にあるため、除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours extend beyond the image's edge: only what is inside was taken.</source>
            <comment>below</comment>
            <translation>輪郭が画像の端を越えています。内側の部分のみを使用しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{path} cannot be read as an RT Structure Set ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path}をRT Structure Setとして読み取れません（{error}）。もう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: it has no number, so it is unknown which {value}.</source>
            <comment>below</comment>
            <translation>{name}: 「{name2}」を除外しました。番号がないため、輪郭と領域の対応が不明です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: its number, {number}, is also that of another region, so it is unknown whose the contours are.</source>
            <comment>below</comment>
            <translation>{name}: 「{name2}」を除外しました。番号{number}が別の領域にも使われているため、どちらの輪郭か不明です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours, {thickness_mm} mm thick, are not on the image's slices of {slice_mm} mm: each slice has the contours nearest to it.</source>
            <comment>below</comment>
            <translation>厚さ{thickness_mm} mmの輪郭が、{slice_mm} mmの画像スライスの位置と一致しません。各スライスには最も近い輪郭を使用しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{path} is not an RT Structure Set but {name}. Choose another file.</source>
            <comment>below</comment>
            <translation>{path}はRT Structure Setではなく、{name}です。別のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: {reason}.</source>
            <comment>below</comment>
            <translation>{name}: 「{name2}」を除外しました。理由: {reason}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>{name}: "{name2}" was left out: it is damaged ({error}).</source>
            <comment>below</comment>
            <translation>{name}: 「{name2}」を除外しました。破損しています（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/contours.py" />
            <source>Its contours, {thickness_mm} mm thick, are on some of the image's slices of {slice_mm} mm: the others have the contours nearest to them.</source>
            <comment>below</comment>
            <translation>厚さ{thickness_mm} mmの輪郭は、{slice_mm} mmの画像スライスの一部にのみあります。ほかのスライスには最も近い輪郭を使用しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{label}: FrameOfReferenceUID is missing, so no position in it can be given in DICOM. Export the measurements as CSV.</source>
            <comment>below</comment>
            <translation>{label}: FrameOfReferenceUIDがないため、画像内の位置をDICOMで示せません。計測値をCSVで書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{label} has no slices that could contain a VOI. Choose another.</source>
            <comment>below</comment>
            <translation>{label}には、VOIを含められるスライスがありません。別のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>VOI "{name}" is not outlined on the grid of {label}. Outline it there first.</source>
            <comment>below</comment>
            <translation>VOI「{name}」の輪郭は{label}のグリッド上で作成されていません。先にそのグリッド上で輪郭を作成してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>VOI "{name}" contains no voxel of {label}. Move it or omit it.</source>
            <comment>below</comment>
            <translation>VOI「{name}」には{label}のボクセルが含まれていません。移動するか、対象から外してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived.py" />
            <source>{path} can no longer be read ({error}). Open the study again from where its files are now.</source>
            <comment>below</comment>
            <translation>{path}を読み取れなくなりました（{error}）。ファイルの現在の場所から検査をもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} has no files from which the derived image could take its header. Save it first.</source>
            <comment>below</comment>
            <translation>{label}には、派生画像のヘッダーの元になるファイルがありません。先に保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} does not state the unit of its values, so an image computed from it cannot be written. Export it again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>{label}には値の単位の記載がないため、そこから計算した画像を書き込めません。Unitsを付けてスキャナーからもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label}: the file {path} has changed since it was opened. Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: ファイル{path}は、開いた後に変更されています。フォルダーをもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label} is an enhanced (multi-frame) PET whose header has no {lost}, which a single-frame PET needs. Convert it to single frames first.</source>
            <comment>below</comment>
            <translation>{label}はエンハンスド（マルチフレーム）PETで、シングルフレームPETに必要な{lost}がヘッダーにありません。先にシングルフレームに変換してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/derived_pet.py" />
            <source>{label}: the file {path} can no longer be read ({error}). Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: ファイル{path}を読み取れなくなりました（{error}）。フォルダーをもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/drawn.py" />
            <source>"{name}" was not written: an arrow without a text says nothing in a report.</source>
            <comment>below</comment>
            <translation>「{name}」は書き込みませんでした。テキストのない矢印は、レポートでは意味を持ちません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/drawn.py" />
            <source>"{name}" was not written: the values of {label} have no unit that DICOM knows ({unit}).</source>
            <comment>below</comment>
            <translation>「{name}」は書き込みませんでした。{label}の値の単位（{unit}）はDICOMで定義されていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {name} differs between slices ({shown} and {shown2}{more}); it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: {name}がスライス間で異なります（{shown}と{shown2}{more}）。ないものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {name} is missing in some slices; that of the others, {value}, is used.</source>
            <comment>below</comment>
            <translation>{label}: 一部のスライスに{name}がありません。ほかのスライスの値{value}を使用します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: {keyword} is written as "{written}", which is not a number; it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: {keyword}に「{written}」と書かれていますが、数値ではありません。ないものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalInformationSequence is missing in some slices; that of the others is used.</source>
            <comment>below</comment>
            <translation>{label}: 一部のスライスにRadiopharmaceuticalInformationSequenceがありません。ほかのスライスの内容を使用します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalInformationSequence names {items} injections; it is unknown which of them the image shows, so it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: RadiopharmaceuticalInformationSequenceに{items}回の投与が記載されています。画像がどの投与のものか不明なため、ないものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/facts.py" />
            <source>{label}: RadiopharmaceuticalStartDateTime has an offset from UTC, but TimezoneOffsetFromUTC (0008,0201) is missing, so it does not give the local time of the injection; it is treated as missing.</source>
            <comment>below</comment>
            <translation>{label}: RadiopharmaceuticalStartDateTimeにUTCからのオフセットがありますが、TimezoneOffsetFromUTC (0008,0201)がないため、投与の現地時刻が分かりません。ないものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOMDIR, the index of a medium; the files it lists are opened.</source>
            <comment>below</comment>
            <translation>媒体の目次であるDICOMDIRです。記載されているファイルを開きます。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>Its path leads outside the ZIP's own folder; it is not unpacked.</source>
            <comment>below</comment>
            <translation>パスがZIPのフォルダーの外を指しているため、展開しません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The folder cannot be read: {strerror}.</source>
            <comment>below</comment>
            <translation>フォルダーを読み取れません: {strerror}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP archive; its files were unpacked and opened.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブです。中のファイルを展開して開きました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP archive, and there is no folder to unpack it into; unpack it first.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブですが、展開先のフォルダーがありません。先に展開してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive holds {entries} files; {max_zip_entries} is the limit.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブに{entries}個のファイルが含まれています。上限は{max_zip_entries}個です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive is encrypted; unpack it with its password first.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブは暗号化されています。先にパスワードで展開してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive would unpack to {unpacked} GB; {max_unpacked_bytes} GB is the limit.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブを展開すると{unpacked} GBになります。上限は{max_unpacked_bytes} GBです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive would unpack to more than {max_zip_ratio} times its size, as archives made to fill a disk do; it is refused.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブを展開すると元のサイズの{max_zip_ratio}倍を超えます。ディスクを埋め尽くす目的のアーカイブに見られる特徴のため、拒否しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a link inside a ZIP; it is not unpacked.</source>
            <comment>below</comment>
            <translation>ZIP内のリンクです。展開しません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>Unpacking the ZIP needs {total} GB; the disk has less free space.</source>
            <comment>below</comment>
            <translation>ZIPの展開には{total} GBが必要ですが、ディスクの空き容量が足りません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>There is no such file or folder.</source>
            <comment>below</comment>
            <translation>そのようなファイルまたはフォルダーはありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR is damaged and cannot be read ({error}).</source>
            <comment>below</comment>
            <translation>DICOMDIRは破損しており、読み取れません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR lists this file, but it is missing.</source>
            <comment>below</comment>
            <translation>DICOMDIRに記載されていますが、このファイルはありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a ZIP inside {max_zip_depth} others; unpack it first to open its files.</source>
            <comment>below</comment>
            <translation>{max_zip_depth}個のZIPの内側に入れ子になったZIPです。中のファイルを開くには、先に展開してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive is damaged and cannot be unpacked ({error}).</source>
            <comment>below</comment>
            <translation>ZIPアーカイブは破損しており、展開できません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive cannot be unpacked ({error}).</source>
            <comment>below</comment>
            <translation>ZIPアーカイブを展開できません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The ZIP archive cannot be unpacked: {value}.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブを展開できません: {value}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is encrypted; unpack the ZIP with its password first.</source>
            <comment>below</comment>
            <translation>暗号化されています。先にパスワードでZIPを展開してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>The DICOMDIR lists a file outside its own folder; it is not opened.</source>
            <comment>below</comment>
            <translation>DICOMDIRに記載されていますが、DICOMDIRのフォルダーの外にあるファイルのため、開きません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/files.py" />
            <source>It is a link to a folder; links are not followed.</source>
            <comment>below</comment>
            <translation>フォルダーへのリンクです。リンクはたどりません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{folder} is not empty, and {what} does not replace anything. Choose another folder.</source>
            <comment>below</comment>
            <translation>{folder}は空ではありません。既存のものを置き換えて書き込むことはありません（対象: {what}）。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{what} cannot be written to {parent}: {strerror}. Choose another folder.</source>
            <comment>below</comment>
            <translation>{parent}に書き込めません（対象: {what}）: {strerror}。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/folders.py" />
            <source>{what} cannot be written to {folder}: {value}. Free some space or choose another folder.</source>
            <comment>below</comment>
            <translation>{folder}に書き込めません（対象: {what}）: {value}。空き容量を増やすか、別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM {plain} ({kind}), not a PET, CT or MR image.</source>
            <comment>below</comment>
            <translation>DICOMの{plain}（{kind}）で、PET、CT、MRの画像ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its transfer syntax {name} is not supported.</source>
            <comment>below</comment>
            <translation>転送構文{name}には対応していません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM object of the unknown kind {sop_class}, not a PET, CT or MR image.</source>
            <comment>below</comment>
            <translation>未知の種類{sop_class}のDICOMオブジェクトで、PET、CT、MRの画像ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its transfer syntax {name} needs a decoder that is not installed: add the optional package pylibjpeg-libjpeg.</source>
            <comment>below</comment>
            <translation>転送構文{name}に必要なデコーダーがインストールされていません。オプションのパッケージpylibjpeg-libjpegを追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a DICOM file without a SOPClassUID, so its content is unknown.</source>
            <comment>below</comment>
            <translation>SOPClassUIDのないDICOMファイルで、内容が不明です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It holds {count} frames, but its SOP class allows one.</source>
            <comment>below</comment>
            <translation>{count}フレームが含まれていますが、このSOPクラスで許されるのは1フレームです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>NumberOfFrames {count} is implausible.</source>
            <comment>below</comment>
            <translation>NumberOfFramesの値{count}は妥当ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is a colour picture ({colour}; a secondary capture?), not an image with values.</source>
            <comment>below</comment>
            <translation>カラー画像（{colour}、セカンダリキャプチャの可能性）で、値を持つ画像ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Rows or Columns is missing or 0.</source>
            <comment>below</comment>
            <translation>RowsまたはColumnsがないか、0です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>BitsAllocated {allocated} is not supported; 8, 16 and 32 are.</source>
            <comment>below</comment>
            <translation>BitsAllocated {allocated}には対応していません。対応する値は8、16、32です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>BitsStored {stored} does not fit BitsAllocated {allocated}.</source>
            <comment>below</comment>
            <translation>BitsStored {stored}はBitsAllocated {allocated}と整合しません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>HighBit {high} with BitsStored {stored} is not supported; the standard requires {stored2}.</source>
            <comment>below</comment>
            <translation>BitsStored {stored}に対するHighBit {high}には対応していません。規格では{stored2}が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>PixelRepresentation is missing, so it is unknown whether pixels are signed.</source>
            <comment>below</comment>
            <translation>PixelRepresentationがないため、ピクセルが符号付きかどうか不明です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: {frames}{rows} × {columns} pixels need {needed} bytes, but it holds {held}.</source>
            <comment>below</comment>
            <translation>ファイルが途中で切れています。{frames}{rows} × {columns}ピクセルには{needed}バイトが必要ですが、{held}バイトしかありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>PerFrameFunctionalGroupsSequence describes {per_frame} of its {count} frames.</source>
            <comment>below</comment>
            <translation>PerFrameFunctionalGroupsSequenceには、{count}フレームのうち{per_frame}フレームしか記載されていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>{keyword} is missing; the file cannot be assigned to its series.</source>
            <comment>below</comment>
            <translation>{keyword}がないため、ファイルをシリーズに割り当てられません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: the file ends within its header.</source>
            <comment>below</comment>
            <translation>ファイルが途中で切れています。ヘッダーの途中で終わっています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It has no pixels, or the file is truncated before them.</source>
            <comment>below</comment>
            <translation>ピクセルがないか、ピクセルの手前でファイルが切れています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>Its pixels are not encapsulated as {name} requires.</source>
            <comment>below</comment>
            <translation>ピクセルが、{name}で必要とされる形でカプセル化されていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/frames.py" />
            <source>It is truncated: the file ends where its compressed pixels begin.</source>
            <comment>below</comment>
            <translation>ファイルが途中で切れています。圧縮されたピクセルの先頭でファイルが終わっています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file.</source>
            <comment>below</comment>
            <translation>DICOMファイルではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>No pixels within the first {head_bytes} MB: the header is too large to be one.</source>
            <comment>below</comment>
            <translation>先頭の{head_bytes} MBにピクセルがありません。ヘッダーとしては大きすぎます。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is encrypted (a CMS envelope); decrypt it first.</source>
            <comment>below</comment>
            <translation>暗号化されています（CMSエンベロープ）。先に復号してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file; it holds text.</source>
            <comment>below</comment>
            <translation>DICOMファイルではなく、テキストです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is a ZIP archive.</source>
            <comment>below</comment>
            <translation>ZIPアーカイブです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is a NIfTI image, which has no patient data.</source>
            <comment>below</comment>
            <translation>NIfTI画像で、患者データを含みません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a DICOM file but {name}.</source>
            <comment>below</comment>
            <translation>DICOMファイルではなく、{name}です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is not a regular file.</source>
            <comment>below</comment>
            <translation>通常のファイルではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>The file is empty (0 bytes).</source>
            <comment>below</comment>
            <translation>ファイルが空です（0バイト）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>The file cannot be read: {value}.</source>
            <comment>below</comment>
            <translation>ファイルを読み取れません: {value}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>It is damaged: the DICOM header cannot be read ({error}).</source>
            <comment>below</comment>
            <translation>破損しています。DICOMヘッダーを読み取れません（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/header.py" />
            <source>Its deflated content is larger than {max_inflated_bytes} MB unpacked; such a file is refused.</source>
            <comment>below</comment>
            <translation>Deflate圧縮された内容が、展開すると{max_inflated_bytes} MBを超えます。このようなファイルは拒否します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/key_image.py" />
            <source>{label} has no files, so no key image can name its study. Save it first with File ▸ Save derived series.</source>
            <comment>below</comment>
            <translation>{label}にはファイルがないため、キー画像から検査を参照できません。先にファイル ▸ 派生シリーズの保存で保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/leaks.py" />
            <source>Prepare the study again. If this recurs it is an error in Station: report it.</source>
            <comment>below</comment>
            <translation>読影実験をもう一度準備してください。繰り返し起こる場合はStationの不具合です。報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/leaks.py" />
            <source>It is in every image of the {arm} arm and in no other.</source>
            <comment>below</comment>
            <translation>{arm}群のすべての画像にあり、ほかの画像にはありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>{label}: the PatientID of its slices is "{ids}" in some and "{ids2}" in others{more}. It is not shown, as they may be of different patients.</source>
            <comment>below</comment>
            <translation>{label}: スライスのPatientIDが一致しません。「{ids}」のものと「{ids2}」のものがあります{more}。異なる患者のスライスの可能性があるため、表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>{label}: its PatientID is "{own}", but its study is that of "{other}". It is not shown among the images of another patient.</source>
            <comment>below</comment>
            <translation>{label}: PatientIDは「{own}」ですが、検査のPatientIDは「{other}」です。別の患者の画像の中には表示しません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>It is the same SOP instance as {path}.</source>
            <comment>below</comment>
            <translation>{path}と同じSOPインスタンスです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/load.py" />
            <source>Its PatientID is "{frame}", but that of the other slices of its series "{most}".</source>
            <comment>below</comment>
            <translation>PatientIDは「{frame}」ですが、同じシリーズのほかのスライスでは「{most}」です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/masks.py" />
            <source>{path} is neither DICOM nor NIfTI (.nii, .nii.gz). Choose another file.</source>
            <comment>below</comment>
            <translation>{path}はDICOMでもNIfTI（.nii、.nii.gz）でもありません。別のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station could not go on.</source>
            <comment>below</comment>
            <translation>Stationは続行できませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station stopped listening.</source>
            <comment>below</comment>
            <translation>Stationが受信サービスを停止しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>{who} answers what it was not asked.</source>
            <comment>below</comment>
            <translation>{who}から、要求していない応答がありました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>Station cannot listen at {host}:{port}: {value}. Choose another port or address, or stop the program that uses it.</source>
            <comment>below</comment>
            <translation>Stationは{host}:{port}で受信サービスを開始できません: {value}。別のポートまたはアドレスを選択するか、それを使用しているプログラムを停止してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/acceptor.py" />
            <source>{who} sent a report of an absurd length.</source>
            <comment>below</comment>
            <translation>{who}から、異常な長さの報告が送られてきました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{server} answered a C-ECHO with status {status}, not with success. Ask its administrator whether it is in order.</source>
            <comment>below</comment>
            <translation>{server}のC-ECHOへの応答は、成功ではなくステータス{status}でした。正常に動作しているか、サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{who} sent something that was not asked for.</source>
            <comment>below</comment>
            <translation>{who}から、要求していないものが送られてきました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{server} offers none of what Station asks for ({proposals}). Let its administrator allow it for the AE title {calling_aet}.</source>
            <comment>below</comment>
            <translation>{server}は、Stationが要求するもの（{proposals}）のいずれにも対応していません。AEタイトル{calling_aet}に対して許可するよう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/asking.py" />
            <source>{who} sent an answer of an absurd length.</source>
            <comment>below</comment>
            <translation>{who}から、異常な長さの応答が送られてきました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} expects TLS on this port. Switch TLS on in the server's settings, or enter the port without TLS.</source>
            <comment>below</comment>
            <translation>{who}は、このポートでTLSを必要としています。サーバーの設定でTLSをオンにするか、TLSを使わないポートを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} rejected the association without a reason. Often one of the AE titles "{called_aet}" and "{calling_aet}" or this computer's address is not known there: ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}は、理由を示さずにアソシエーションを拒否しました。多くの場合、AEタイトル「{called_aet}」または「{calling_aet}」、あるいはこのコンピューターのアドレスが相手側に登録されていません。サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>The AE title {whose} is empty. Enter it.</source>
            <comment>below</comment>
            <translation>AEタイトルが空です（対象: {whose}）。入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>"{title}" cannot be the AE title {whose}: it has at most {aet_length} characters of ASCII and no backslash. Correct it.</source>
            <comment>below</comment>
            <translation>「{title}」はAEタイトルとして使用できません（対象: {whose}）。AEタイトルは{aet_length}文字以内のASCII文字で、バックスラッシュは使用できません。修正してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not know itself by the AE title "{called_aet}". Enter the AE title that the server has.</source>
            <comment>below</comment>
            <translation>{who}のAEタイトルは「{called_aet}」ではありません。サーバーに設定されているAEタイトルを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not know "{calling_aet}", the AE title that Station uses. Let its administrator add it, with the name or address of this computer.</source>
            <comment>below</comment>
            <translation>{who}には、Stationが使用するAEタイトル「{calling_aet}」が登録されていません。このコンピューターの名前またはアドレスとともに追加するよう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} rejected the association: {rejected}.</source>
            <comment>below</comment>
            <translation>{who}はアソシエーションを拒否しました: {rejected}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>No computer of the name "{host}" is known here, so {who} cannot be reached. Check the host, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>「{host}」という名前のコンピューターが見つからないため、{who}に接続できません。ホストと、このコンピューターがネットワークに接続されていることを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} refuses connections: nothing listens at {where}. Check host and port, and that the server runs.</source>
            <comment>below</comment>
            <translation>{who}に接続を拒否されました。{where}で待ち受けているプログラムがありません。ホストとポート、およびサーバーが動作していることを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} does not answer at {where} within {connect_s} s. Check host and port, and that no firewall is between.</source>
            <comment>below</comment>
            <translation>{who}は、{where}で{connect_s}秒以内に応答しません。ホストとポート、および途中にファイアウォールがないことを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/association.py" />
            <source>{who} cannot be reached at {where}: {value}. Check host and port, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>{who}に{where}で接続できません: {value}。ホストとポート、およびこのコンピューターがネットワークに接続されていることを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} was asked to commit itself and reported nothing within {report_s} s. Check that it knows the address and port of Station's listener, then ask again.</source>
            <comment>below</comment>
            <translation>{server}にストレージコミットメントを要求しましたが、{report_s}秒以内に報告がありませんでした。Stationの受信サービスのアドレスとポートがサーバーに登録されていることを確認し、もう一度要求してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} did not mention it in its report. Ask its administrator.</source>
            <comment>below</comment>
            <translation>{server}の報告には、このインスタンスについての記載がありませんでした。サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{server} does not offer storage commitment. Without it Station checks what the server lists.</source>
            <comment>below</comment>
            <translation>{server}はストレージコミットメントに対応していません。Stationは代わりに、サーバーの一覧を確認します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/commitment.py" />
            <source>{who} ended the association instead of answering.</source>
            <comment>below</comment>
            <translation>{who}は、応答せずにアソシエーションを終了しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{parent} cannot be written: {value}. Free some space or choose another folder.</source>
            <comment>below</comment>
            <translation>{parent}に書き込めません: {value}。空き容量を増やすか、別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>Instance {sop_uid} arrived again with other {difference}. The first, {path}, stays; the second is kept apart in {apart}. Ask the sender which of them is right.</source>
            <comment>below</comment>
            <translation>インスタンス{sop_uid}が再び届きましたが、以前のものと異なります（相違: {difference}）。最初のもの（{path}）はそのまま残し、2つ目は{apart}に分けて保存しました。どちらが正しいか、送信元に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set does not say which instance, series and study it is. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>どのインスタンス、シリーズ、検査かがデータセットに記載されていないため、インスタンスを拒否しました。送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance of {content} MB was refused: Station takes {largest} MB at most.</source>
            <comment>below</comment>
            <translation>{content} MBのインスタンスを拒否しました。Stationが受け付けるのは{largest} MBまでです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>Instance {sop_uid} arrived again with the same pixels and other attributes. {path} stays as it was.</source>
            <comment>below</comment>
            <translation>インスタンス{sop_uid}が再び届きました。ピクセルは同じですが、ほかの属性が異なります。{path}は元のまま残します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused: it is larger than {largest} MB, the most that Station takes.</source>
            <comment>below</comment>
            <translation>インスタンスを拒否しました。Stationが受け付ける上限の{largest} MBを超えています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set cannot be read as DICOM. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>データセットをDICOMとして読み取れないため、インスタンスを拒否しました。送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused because its data set belongs to another {name} than it was sent as ({inside} in place of {expected}). Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>データセットの内容が送信時の情報と異なるため、インスタンスを拒否しました（対象: {name}、送信時{expected}に対し内容は{inside}）。送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>{path} cannot be read: {value}. Remove it and try again.</source>
            <comment>below</comment>
            <translation>{path}を読み取れません: {value}。削除してもう一度試してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/inbox.py" />
            <source>An instance was refused: more comes in at one time than Station holds. Have it sent again.</source>
            <comment>below</comment>
            <translation>インスタンスを拒否しました。Stationが一度に保持できる量を超えて届いています。再送を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>An instance was refused because its UID is not one. Report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>UIDが正しい形式でないため、インスタンスを拒否しました。送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>An instance was refused: it is of another patient than the study with its UID that is here. If the patient's ID was corrected, remove {folder}, then have the study sent again. Else report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>インスタンスを拒否しました。ここにある同じUIDの検査とは患者が異なります。患者のIDが訂正された場合は、{folder}を削除してから、検査の再送を依頼してください。それ以外の場合は、送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>The disk of {folder} is full: {free} MB are left, and {disk_floor_bytes} MB must stay free. Free some space, then have it sent again.</source>
            <comment>below</comment>
            <translation>{folder}のディスクに空きがありません。残りは{free} MBで、{disk_floor_bytes} MBの空きが必要です。空き容量を増やしてから、再送を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>{folder} cannot be written: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{folder}に書き込めません: {value}。別のフォルダーを選択するか、空き容量を増やしてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/listener.py" />
            <source>{half} {sop_uids} instances came before. They are kept in {folder}; have the study sent again.</source>
            <comment>below</comment>
            <translation>{half}それまでに{sop_uids}個のインスタンスが届き、{folder}に保存されています。検査の再送を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/query.py" />
            <location filename="../../station/dicom/network/web.py" />
            <source>The search starts on {since} and ends before, on {until}. Exchange the dates.</source>
            <comment>below</comment>
            <translation>検索の開始日（{since}）より終了日（{until}）が前になっています。日付を入れ替えてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/query.py" />
            <source>{server} lists more than {most_instances} instances in one series. Ask its administrator what the series is.</source>
            <comment>below</comment>
            <translation>{server}の1つのシリーズに、{most_instances}個を超えるインスタンスがあります。どのようなシリーズか、サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/reports.py" />
            <source>It is not committed: {why}. Send it again, and ask the server's administrator.</source>
            <comment>below</comment>
            <translation>コミットされていません: {why}。もう一度送信し、サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} does not offer {asked}. Choose {other} or DICOMweb for this server.</source>
            <comment>below</comment>
            <translation>{server}は{asked}に対応していません。このサーバーには{other}またはDICOMwebを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} reported success but did not send it. Try again, or another way of retrieval; if it stays so, ask its administrator.</source>
            <comment>below</comment>
            <translation>{server}は成功を報告しましたが、送信しませんでした。もう一度試すか、別の取得方法を試してください。改善しない場合は、サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{who} sent no dataset with an instance.</source>
            <comment>below</comment>
            <translation>{who}から届いたインスタンスにデータセットがありませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/retrieve.py" />
            <source>{server} failed to send it: {status}.</source>
            <comment>below</comment>
            <translation>{server}は送信に失敗しました: {status}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/statuses.py" />
            <source>{server} does not know where to send the study (status A801). Its administrator has to enter a destination with the AE title "{calling_aet}", the address of this computer and port {port}; or choose C-GET for this server.</source>
            <comment>below</comment>
            <translation>{server}には、検査の送信先が登録されていません（ステータス A801）。サーバーの管理者が、AEタイトル「{calling_aet}」、このコンピューターのアドレス、ポート（{port}）を送信先として登録する必要があります。または、このサーバーにC-GETを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} does not store {name}. Ask its administrator to allow it for the AE title {calling_aet}.</source>
            <comment>below</comment>
            <translation>{who}は{name}を保存しません。AEタイトル{calling_aet}に対して許可するよう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} is not a DICOM file with an instance; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}はインスタンスを含むDICOMファイルではないため、送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} is a DICOMDIR, the index of a medium; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}は媒体の目次であるDICOMDIRのため、送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} cannot be converted from {name2} to {name3}, which the server asks for; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}を、{name2}からサーバーの求める{name3}に変換できないため、送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} takes {name} only in encodings that Station cannot send. Ask its administrator to allow Explicit VR Little Endian.</source>
            <comment>below</comment>
            <translation>{who}は、Stationが送信できない符号化方式でのみ{name}を受け付けます。Explicit VR Little Endianを許可するよう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} and {name2} have the same SOP instance UID but differ. Neither was sent: decide which is right, and send it alone.</source>
            <comment>below</comment>
            <translation>{name}と{name2}はSOPインスタンスUIDが同じですが、内容が異なります。どちらも送信しませんでした。正しい方を判断し、それだけを送信してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <location filename="../../station/dicom/network/web_store.py" />
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} cannot be read: {value}.</source>
            <comment>below</comment>
            <translation>{name}を読み取れません: {value}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{name} is damaged or not a DICOM file; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}は破損しているか、DICOMファイルではないため、送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{name} has an invalid UID; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}のUIDが無効なため、送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} ended the association in the middle of a C-STORE. Try again.</source>
            <comment>below</comment>
            <translation>{who}は、C-STOREの途中でアソシエーションを終了しました。もう一度試してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{who} gave no proper answer to a C-STORE, so that the instance may not be stored. Try again; if it happens again, ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}からC-STOREへの適切な応答がなかったため、インスタンスが保存されていない可能性があります。もう一度試し、繰り返す場合はサーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/store.py" />
            <source>{server} stored it, but {status} (status {status2}).</source>
            <comment>below</comment>
            <translation>{server}は保存しましたが、次の警告がありました: {status}（ステータス {status2}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose the file of {whose}.</source>
            <comment>below</comment>
            <translation>次のファイルを選択してください: {whose}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{file} is a certificate in the form DER. Convert it to PEM: openssl x509 -inform der -in {name} -out {stem}.pem.</source>
            <comment>below</comment>
            <translation>{file}はDER形式の証明書です。PEMに変換してください: openssl x509 -inform der -in {name} -out {stem}.pem。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not speak TLS on this port. Check the port, or switch TLS off in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}は、このポートではTLSを使用しません。ポートを確認するか、サーバーの設定でTLSをオフにしてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is not signed by an authority that is trusted here{by}. Choose the file of its certificate authority (CA) in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}の証明書は、ここで信頼されている認証局によって署名されていません{by}。サーバーの設定で、認証局（CA）のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate in {file} expired on {last}. Ask for the new one of {whose}, and check this computer's date.</source>
            <comment>below</comment>
            <translation>{file}の証明書は{last}に有効期限が切れました。新しい証明書を入手し（対象: {whose}）、このコンピューターの日付を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate {certificate} expired on {not_valid_after_utc}. Ask who issued it for a new one.</source>
            <comment>below</comment>
            <translation>証明書{certificate}は{not_valid_after_utc}に有効期限が切れました。発行元に新しい証明書を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate {certificate} is valid from {not_valid_before_utc} only. Check this computer's date.</source>
            <comment>below</comment>
            <translation>証明書{certificate}は{not_valid_before_utc}から有効になります。このコンピューターの日付を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose the key of the certificate.</source>
            <comment>below</comment>
            <translation>証明書の秘密鍵を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The key {key_file} is protected by a password, which Station cannot ask for. Keep a copy without it (openssl pkey) in a file that only you can read, and choose that.</source>
            <comment>below</comment>
            <translation>秘密鍵{key_file}はパスワードで保護されていますが、Stationはパスワードの入力を求められません。パスワードのないコピー（openssl pkey）を自分だけが読めるファイルに保存し、それを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not answer to TLS within {patience_s} s. It may not speak TLS on this port: check the port, or switch TLS off.</source>
            <comment>below</comment>
            <translation>{who}は、TLSで{patience_s}秒以内に応答しません。このポートではTLSを使用していない可能性があります。ポートを確認するか、TLSをオフにしてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} closed the connection instead of answering to TLS. Check the port, and whether it wants a certificate of this computer.</source>
            <comment>below</comment>
            <translation>{who}は、TLSで応答せずに接続を閉じました。ポートと、このコンピューターの証明書が求められているかどうかを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} wants to see a certificate of this computer. Choose the certificate and key that its administrator issued in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}は、このコンピューターの証明書を求めています。サーバーの設定で、サーバーの管理者が発行した証明書と秘密鍵を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} does not accept the certificate with which Station shows who it is. Choose the certificate and key that its administrator issued in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}は、Stationが身元を示す証明書を受け入れません。サーバーの設定で、サーバーの管理者が発行した証明書と秘密鍵を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} broke off the TLS handshake: it wants a certificate of this computer, or has no method of encryption in common with Station, which needs TLS 1.2 or later with forward secrecy. Ask its administrator which.</source>
            <comment>below</comment>
            <translation>{who}がTLSハンドシェイクを打ち切りました。このコンピューターの証明書を求めているか、Stationと共通の暗号化方式がありません。Stationには、前方秘匿性のあるTLS 1.2以降が必要です。どちらが原因か、サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} and Station have no method of encryption in common: Station needs TLS 1.2 or later. Ask its administrator to update it.</source>
            <comment>below</comment>
            <translation>{who}とStationに共通の暗号化方式がありません。StationにはTLS 1.2以降が必要です。サーバーの更新を、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{who} broke off the encrypted connection ({error}). Its log says why.</source>
            <comment>below</comment>
            <translation>{who}が暗号化された接続を打ち切りました（{error}）。理由は相手側のログにあります。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} has expired{since}. Its administrator has to renew it; also check this computer's date.</source>
            <comment>below</comment>
            <translation>{who}の証明書は有効期限が切れています{since}。サーバーの管理者が更新する必要があります。このコンピューターの日付も確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is not valid yet{start}. Check the date of this computer and of the server.</source>
            <comment>below</comment>
            <translation>{who}の証明書はまだ有効ではありません{start}。このコンピューターとサーバーの日付を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} is for another host{names}. Enter the host as the certificate names it, or let the server's administrator renew it.</source>
            <comment>below</comment>
            <translation>{who}の証明書は別のホストのものです{names}。証明書に記載されているとおりにホストを入力するか、サーバーの管理者に証明書の更新を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The certificate of {who} was revoked. Ask its administrator for a new one.</source>
            <comment>below</comment>
            <translation>{who}の証明書は失効しています。サーバーの管理者に新しい証明書を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is a key ({key}) but no certificate. Choose the certificate that belongs to it, too.</source>
            <comment>below</comment>
            <translation>秘密鍵（{key}）がありますが、証明書がありません。その秘密鍵に対応する証明書も選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{file} cannot be read as certificates (PEM): {error}. Choose the file of {whose}.</source>
            <comment>below</comment>
            <translation>{file}を証明書（PEM）として読み取れません: {error}。次のファイルを選択してください: {whose}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>Choose another file.</source>
            <comment>below</comment>
            <translation>別のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>{certificate} cannot be used with the key {key_file}: {error}. Choose a certificate and the key that belongs to it (PEM).</source>
            <comment>below</comment>
            <translation>{certificate}を秘密鍵{key_file}とともに使用できません: {error}。証明書と、それに対応する秘密鍵（PEM）を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The password does not open the key {key_file}. Enter it again.</source>
            <comment>below</comment>
            <translation>このパスワードでは秘密鍵{key_file}を開けません。もう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/tls.py" />
            <source>The key {key_file} does not belong to the certificate {certificate}. Choose the one with which the certificate was asked for.</source>
            <comment>below</comment>
            <translation>秘密鍵{key_file}は証明書{certificate}に対応していません。証明書の発行を申請したときの秘密鍵を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} does not list all instances of the study: it says that there are more. Ask its administrator to let it list them page by page (limit and offset).</source>
            <comment>below</comment>
            <translation>{who}は、検査のすべてのインスタンスを一覧にしていません。ほかにもあると応答しています。ページごとに一覧できるようにする（limitとoffset）よう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} does not say which series this instance belongs to, so it cannot be fetched by DICOMweb.</source>
            <comment>below</comment>
            <translation>{who}が、このインスタンスの属するシリーズを示さないため、DICOMwebで取得できません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} answered {what} with an entry that has no valid UID. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、有効なUIDのない項目を返しました。サーバーの管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} lists this instance but did not send it. Ask its administrator whether its file is there.</source>
            <comment>below</comment>
            <translation>{who}の一覧にはこのインスタンスがありますが、送信されませんでした。ファイルが存在するか、サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent this instance without listing it. It was not kept.</source>
            <comment>below</comment>
            <translation>{who}は、一覧にないこのインスタンスを送信してきました。保存していません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent {what} as a body that {error}. Try again; if it happens again, report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who}から「{what}」として届いた本文に問題があります（{error}）。もう一度実行し、再び起こる場合は、サーバーの管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web.py" />
            <source>{who} sent an instance of more than {largest} MB, which Station does not take.</source>
            <comment>below</comment>
            <translation>{who}は、Stationが受け取れる上限の{largest} MBを超えるインスタンスを送信しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} by pointing to another address, at {place}. If that is a page to sign in at, choose how Station signs in; else correct the root address of its DICOMweb services.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、別のアドレス（{place}）を示して応答しました。それがサインイン用のページであれば、Stationのサインイン方法を選択してください。そうでなければ、DICOMwebサービスのルートアドレスを修正してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} is not one. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>{name}のDICOMwebサービスのアドレスは、アドレスとして正しくありません。https://pacs.example/dicom-web の形式で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} closed the connection in the middle of {what}. Check the network and that the server still runs, then try again.</source>
            <comment>below</comment>
            <translation>{who}が「{what}」の途中で接続を閉じました。ネットワークと、サーバーが動作し続けていることを確認してから、もう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with a web page, perhaps one to sign in at. Check the root address of its DICOMweb services and how Station signs in there.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、Webページ（サインイン用の可能性があります）を返しました。DICOMwebサービスのルートアドレスと、Stationのサインイン方法を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} is too busy for {what}. Try again {when}.</source>
            <comment>below</comment>
            <translation>{who}は混雑しており、「{what}」に応じられません。あとでもう一度実行してください（{when}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} failed in the middle of {what} (HTTP {status}). Its log says why.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」の途中で失敗しました（HTTP {status}）。理由はサーバーのログに記録されています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} refused {what} (HTTP {status}). Check the root address of its DICOMweb services, or ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」を拒否しました（HTTP {status}）。DICOMwebサービスのルートアドレスを確認するか、サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} wants an encrypted connection. Write the root address of its DICOMweb services with https.</source>
            <comment>below</comment>
            <translation>{who}は暗号化された接続を要求しています。DICOMwebサービスのルートアドレスをhttpsで入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>Station has no password or token for {name}. Enter it in the server's settings.</source>
            <comment>below</comment>
            <translation>Stationに{name}のパスワードまたはトークンが登録されていません。サーバーの設定で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>What was entered as the token for {name} is not one: it has characters that a token cannot have. Enter it again.</source>
            <comment>below</comment>
            <translation>{name}のトークンとして入力されたものは、トークンではありません。トークンに使えない文字が含まれています。もう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with JSON that holds no DICOM data sets. Check the root address of its DICOMweb services.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、DICOMデータセットを含まないJSONを返しました。DICOMwebサービスのルートアドレスを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The proxy between this computer and {who} does not let Station through. Check the proxy of this computer (HTTPS_PROXY, NO_PROXY).</source>
            <comment>below</comment>
            <translation>このコンピューターと{who}の間にあるプロキシが、Stationの通信を通しません。このコンピューターのプロキシ設定（HTTPS_PROXY、NO_PROXY）を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>No computer of the name "{host}" is known here, so {name} cannot be reached. Check the address of its DICOMweb services, and that this computer is in the network.</source>
            <comment>below</comment>
            <translation>「{host}」という名前のコンピューターが見つからないため、{name}に接続できません。DICOMwebサービスのアドレスと、このコンピューターがネットワークに接続されていることを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{name} refuses connections: nothing listens at {host}:{port}. Check the address of its DICOMweb services, and that the server runs.</source>
            <comment>below</comment>
            <translation>{name}が接続を拒否しています。{host}:{port}で待ち受けているものがありません。DICOMwebサービスのアドレスと、サーバーが動作していることを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{name} does not answer at {host}:{port} within {connect_s} s. Check the address of its DICOMweb services, and that no firewall is between.</source>
            <comment>below</comment>
            <translation>{name}は{host}:{port}で{connect_s}秒以内に応答しません。DICOMwebサービスのアドレスと、間にファイアウォールがないことを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has been silent for {answer_s} s in the middle of {what}. Try again; if it stays silent, ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」の途中で{answer_s}秒間応答がありません。もう一度実行し、それでも応答がなければ、サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} is not one that can be reached. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>{name}のDICOMwebサービスのアドレスは、接続できるアドレスではありません。https://pacs.example/dicom-web の形式で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} sent {what} in a compression that cannot be undone.</source>
            <comment>below</comment>
            <translation>{who}は、展開できない圧縮形式で「{what}」を送信しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not accept the password of "{user}". Enter both again in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}は「{user}」のパスワードを受け付けません。サーバーの設定で、ユーザー名とパスワードの両方をもう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not accept the token; it may have expired. Enter a new one in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}はトークンを受け付けません。有効期限が切れている可能性があります。サーバーの設定で新しいトークンを入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} wants {how}. Choose that in the server's settings.</source>
            <comment>below</comment>
            <translation>{who}は次のものを要求しています: {how}。サーバーの設定でそれを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with a redirection to nowhere.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、行き先のないリダイレクトを返しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The address of the DICOMweb services of {name} must not hold a password. Leave it out, and enter user and password in the server's settings.</source>
            <comment>below</comment>
            <translation>{name}のDICOMwebサービスのアドレスにパスワードを含めることはできません。アドレスから除き、ユーザー名とパスワードはサーバーの設定で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A user's name with a colon cannot sign in at {name}. Ask its administrator for another one.</source>
            <comment>below</comment>
            <translation>コロンを含むユーザー名では{name}にサインインできません。サーバーの管理者に別のユーザー名を依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} cannot be asked for a study, series or instance whose UID is not one. Search for the study again.</source>
            <comment>below</comment>
            <translation>UIDが正しくない検査、シリーズ、インスタンスを{who}に要求することはできません。検査をもう一度検索してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with more than {largest_answer} MB. Ask for less.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、{largest_answer} MBを超える応答を返しました。要求する範囲を絞ってください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} answered {what} with something that is not DICOM JSON. Check the root address of its DICOMweb services; if it is right, report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」に対し、DICOM JSONでないものを返しました。DICOMwebサービスのルートアドレスを確認し、正しい場合は、サーバーの管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not allow Station {what}. Ask its administrator to allow it {as_whom}.</source>
            <comment>below</comment>
            <translation>{who}はStationに「{what}」を許可していません。サーバーの管理者に許可を依頼してください（対象: {as_whom}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has nothing at the address of {what}. Check the root address of its DICOMweb services ({root}).</source>
            <comment>below</comment>
            <translation>{who}には「{what}」のアドレスに何もありません。DICOMwebサービスのルートアドレス（{root}）を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not offer {what}. Check the root address of its DICOMweb services ({root}).</source>
            <comment>below</comment>
            <translation>{who}は「{what}」を提供していません。DICOMwebサービスのルートアドレス（{root}）を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} cannot give the answer to {what} in a form that Station reads. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」への応答を、Stationが読み取れる形式で返せません。サーバーの管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>The proxy before {who} wants a sign-in. Ask the network's administrator to let Station through without one.</source>
            <comment>below</comment>
            <translation>{who}の手前にあるプロキシがサインインを要求しています。サインインなしでStationの通信を通すよう、ネットワークの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} gave up {what}, which took too long. Try again.</source>
            <comment>below</comment>
            <translation>{who}は、時間がかかりすぎたため「{what}」を打ち切りました。もう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} finds {what} too large. Ask its administrator to raise the limit.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」が大きすぎるとしています。上限を引き上げるよう、サーバーの管理者に依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not take the form in which Station sent {what}. Report it to its administrator.</source>
            <comment>below</comment>
            <translation>{who}は、Stationが「{what}」を送信した形式を受け付けません。サーバーの管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} does not offer {what}.</source>
            <comment>below</comment>
            <translation>{who}は「{what}」を提供していません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A proxy before {who} does not reach it. Ask its administrator whether the server runs.</source>
            <comment>below</comment>
            <translation>{who}の手前にあるプロキシが、サーバーに接続できません。サーバーが動作しているか、サーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>A proxy before {who} waited for it in vain. Try again, or ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}の手前にあるプロキシが応答を待ちましたが、得られませんでした。もう一度実行するか、サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_connection.py" />
            <source>{who} has no space left. Ask its administrator.</source>
            <comment>below</comment>
            <translation>{who}に空き容量がありません。サーバーの管理者に問い合わせてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{who} did not say that it stored it, and does not list it.</source>
            <comment>below</comment>
            <translation>{who}から保存したという応答がなく、一覧にもありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{name} changed while it was sent. Send it again.</source>
            <comment>below</comment>
            <translation>{name}は送信中に変更されました。もう一度送信してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/web_store.py" />
            <source>{who} did not store it: {reason}.</source>
            <comment>below</comment>
            <translation>{who}は保存しませんでした: {reason}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} closed the connection instead of answering. Check the port, whether it expects TLS, and whether it accepts this computer.</source>
            <comment>below</comment>
            <translation>{who}は応答せずに接続を閉じました。ポート、TLSを必要とするか、このコンピューターを受け入れるかを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} ended the connection in the middle.</source>
            <comment>below</comment>
            <translation>{who}が途中で接続を終了しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} takes the connection but does not answer as a DICOM server within {associate_s} s. Check the port and whether it expects TLS.</source>
            <comment>below</comment>
            <translation>{who}は接続を受け付けますが、{associate_s}秒以内にDICOMサーバーとして応答しません。ポートと、TLSを必要とするかを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} aborted Station's request for an association. Its log says why; check both AE titles.</source>
            <comment>below</comment>
            <translation>{who}はStationのアソシエーション要求を中断しました。理由はサーバーのログに記録されています。両方のAEタイトルを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>Something other than a DICOM server answers at {host}:{port}. Check the port of {name}: its web port is another one.</source>
            <comment>below</comment>
            <translation>{host}:{port}ではDICOMサーバー以外のものが応答しています。{name}のポートを確認してください。Web用のポートとは別のポートです。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} did not answer for {now} s and was given up.</source>
            <comment>below</comment>
            <translation>{who}は{now}秒間応答がなかったため、打ち切りました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} does not speak DICOM at this port.</source>
            <comment>below</comment>
            <translation>{who}はこのポートでDICOM通信を行っていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sends more at once ({length} bytes) than was agreed.</source>
            <comment>below</comment>
            <translation>{who}が一度に送信するデータ（{length}バイト）が、取り決めた量を超えています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} aborted the association.</source>
            <comment>below</comment>
            <translation>{who}がアソシエーションを中断しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} uses a presentation context that was not agreed.</source>
            <comment>below</comment>
            <translation>{who}は、取り決めていないプレゼンテーションコンテキストを使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} answered the request for an association with something that is not valid DICOM. Check the port.</source>
            <comment>below</comment>
            <translation>{who}はアソシエーション要求に対し、有効なDICOMでないものを返しました。ポートを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} does not begin with a request for an association.</source>
            <comment>below</comment>
            <translation>{who}の通信がアソシエーション要求から始まっていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} asks for contexts that make no sense.</source>
            <comment>below</comment>
            <translation>{who}が要求しているコンテキストは意味をなしません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sends too slowly and was given up.</source>
            <comment>below</comment>
            <translation>{who}は送信が遅すぎるため、打ち切りました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent something that has no place in an association.</source>
            <comment>below</comment>
            <translation>{who}は、アソシエーション内にあってはならないものを送信しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent a damaged message.</source>
            <comment>below</comment>
            <translation>{who}は破損したメッセージを送信しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent a damaged message: {error}.</source>
            <comment>below</comment>
            <translation>{who}は破損したメッセージを送信しました: {error}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/network/wire.py" />
            <source>{who} sent no dataset where one was announced.</source>
            <comment>below</comment>
            <translation>{who}は、送信すると通知したデータセットを送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{name} gives two positions in the patient, up to {most_mm} mm apart: that of its sform is used, not that of its qform.</source>
            <comment>below</comment>
            <translation>{name}は患者内の位置を2通り示しており、最大{most_mm} mm離れています。qformの位置ではなく、sformの位置を使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} has {ndim} dimensions {shape}, not one volume. Export one mask per file.</source>
            <comment>below</comment>
            <translation>{path}は{ndim}次元{shape}で、単一のボリュームではありません。1ファイルに1つのマスクとして書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} has {labels} labels, so it is an image. Choose a mask.</source>
            <comment>below</comment>
            <translation>{path}にはラベルが{labels}個あるため、画像と判断しました。マスクを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} contains values that are not labels (0 outside, whole numbers inside). Choose a mask.</source>
            <comment>below</comment>
            <translation>{path}にはラベルでない値が含まれています（ラベルは外側が0、内側が整数）。マスクを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{name}: the value {value} was left out: a label is above 0.</source>
            <comment>below</comment>
            <translation>{name}: 値{value}は除外しました。ラベルは0より大きい値です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} is not a NIfTI file. Choose another file.</source>
            <comment>below</comment>
            <translation>{path}はNIfTIファイルではありません。別のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} does not say where its voxels are in the patient (sform and qform are 0). Export the mask with its position.</source>
            <comment>below</comment>
            <translation>{path}には、ボクセルが患者のどこにあるかが示されていません（sformとqformが0）。位置情報を付けてマスクを書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} contains {dtype}, not one number for each voxel. Choose a mask.</source>
            <comment>below</comment>
            <translation>{path}に含まれるのは{dtype}で、ボクセルごとに1つの数値ではありません。マスクを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path} cannot be read as NIfTI ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path}をNIfTIとして読み込めません（{error}）。もう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/nifti.py" />
            <source>{path}: {error}. Export the mask again.</source>
            <comment>below</comment>
            <translation>{path}: {error}。マスクをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label}: its pixels need more than {max_image_bytes} GB.</source>
            <comment>below</comment>
            <translation>{label}: 画素データに{max_image_bytes} GBを超える容量が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label}: the file {path} {what}. Open its folder again.</source>
            <comment>below</comment>
            <translation>{label}: ファイル{path}に問題があります（{what}）。フォルダーをもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/pixels.py" />
            <source>{label} is not an image.</source>
            <comment>below</comment>
            <translation>{label}は画像ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/quality_objects.py" />
            <source>{label} has no files that a DICOM report could reference. Write the report as PDF or JSON.</source>
            <comment>below</comment>
            <translation>{label}には、DICOMレポートから参照できるファイルがありません。レポートをPDFまたはJSONで書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/quality_objects.py" />
            <source>{label}: its header cannot be used ({error}). Write the report as PDF or JSON.</source>
            <comment>below</comment>
            <translation>{label}: ヘッダーを使用できません（{error}）。レポートをPDFまたはJSONで書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>VOI "{name}" was not written: the values of {label} have no unit that DICOM knows ({unit}). Export the measurements as CSV.</source>
            <comment>below</comment>
            <translation>VOI「{name}」は書き出していません。{label}の値に、DICOMで定義された単位がありません（{unit}）。計測値をCSVで書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>VOI "{name}" was not written: it contains no voxel of {label}.</source>
            <comment>below</comment>
            <translation>VOI「{name}」は書き出していません。{label}のボクセルを1つも含んでいません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>There is no measurement to write. Place a VOI first.</source>
            <comment>below</comment>
            <translation>書き出す計測値がありません。先にVOIを配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>The images belong to several studies. Write a separate report for each study.</source>
            <comment>below</comment>
            <translation>画像が複数の検査に属しています。検査ごとに別のレポートを書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} is not a Comprehensive 3D SR but {name}. Choose a report of measurements.</source>
            <comment>below</comment>
            <translation>{path}はComprehensive 3D SRではなく、{name}です。計測レポートを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} is not a measurement report (TID 1500). Choose one that is.</source>
            <comment>below</comment>
            <translation>{path}は計測レポート（TID 1500）ではありません。計測レポートを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{path} cannot be read as a measurement report ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path}を計測レポートとして読み込めません（{error}）。もう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{name}: {name2} was left out: {reason}.</source>
            <comment>below</comment>
            <translation>{name}: {name2}は除外しました: {reason}。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/report.py" />
            <source>{name}: {name2} was left out: it is damaged ({error}).</source>
            <comment>below</comment>
            <translation>{name}: {name2}は破損しているため除外しました（{error}）。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: the half-life of the nuclide is not given.</source>
            <comment>below</comment>
            <translation>{description}: 核種の半減期が示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: an activity below 0 Bq/mL cannot be written.</source>
            <comment>below</comment>
            <translation>{description}: 0 Bq/mL未満の放射能は書き出せません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: a CT is written from whole HU (int16).</source>
            <comment>below</comment>
            <translation>{description}: CTは整数のHU（int16）から書き出します。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: this kind of series is written in {unit}, but the image is in {unit2}. Convert it first.</source>
            <comment>below</comment>
            <translation>{description}: この種類のシリーズは{unit}で書き出しますが、画像の単位は{unit2}です。先に変換してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/save.py" />
            <source>{description}: only axial slices are written, and these are not. Resample the image to axial slices first.</source>
            <comment>below</comment>
            <translation>{description}: 書き出せるのは横断像スライスのみですが、この画像は横断像ではありません。先に画像を横断像スライスにリサンプリングしてください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} was drawn in another frame of reference than that of {label}. Choose the image it was drawn on.</source>
            <comment>below</comment>
            <translation>{path}は、{label}とは異なる座標系で描かれています。描かれた元の画像を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{label}: its slices are tilted, and a segmentation needs a right-angled grid. Write the VOIs as RT Structure Set.</source>
            <comment>below</comment>
            <translation>{label}: スライスが傾いていますが、セグメンテーションには直交グリッドが必要です。VOIをRT Structure Setとして書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} cannot be read as a Segmentation ({error}). Export it again.</source>
            <comment>below</comment>
            <translation>{path}をSegmentationとして読み込めません（{error}）。もう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>The segment is fractional: voxels with at least {occupied} were taken.</source>
            <comment>below</comment>
            <translation>このセグメントはフラクショナル（割合値）です。{occupied}以上のボクセルを採用しました。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/segmentation.py" />
            <source>{path} is not a Segmentation but {name}. Choose another file.</source>
            <comment>below</comment>
            <translation>{path}はSegmentationではなく、{name}です。別のファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/series.py" />
            <source>All slices have the date {evening}, but those acquired from {moments} on follow those from {evening2} on; they are taken as acquired after midnight.</source>
            <comment>below</comment>
            <translation>すべてのスライスの日付が{evening}ですが、{moments}以降に収集されたスライスは、{evening2}以降に収集されたスライスの続きです。前者は午前0時を過ぎて収集されたものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/series.py" />
            <source>{label}: {problem}. It cannot be shown as an image.</source>
            <comment>below</comment>
            <translation>{label}: {problem}。画像として表示できません。</translation>
        </message>
        <message>
            <location filename="../../station/dicom/survey.py" />
            <source>It is a NIfTI, which does not say of which study.</source>
            <comment>below</comment>
            <translation>これはNIfTIで、どの検査のものかが示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/installed.py" />
            <source>Station was upgraded or removed while it ran, and cannot go on. What was stored is kept. Close it, and start it again.</source>
            <comment>below</comment>
            <translation>Stationは実行中に更新または削除されたため、続行できません。保存済みのものは保持されています。Stationを閉じて、もう一度起動してください。</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>Reinstall the program, or put the right file there.</source>
            <comment>below</comment>
            <translation>プログラムを再インストールするか、正しいファイルをそこに置いてください。</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>There is no {kind} "{model}". Choose {ids}.</source>
            <comment>below</comment>
            <translation>{kind}「{model}」はありません。次から選択してください: {ids}。</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>{evaluation} is for other weights or settings, so its figures do not belong here. Run `station evaluate {kind}` again.</source>
            <comment>below</comment>
            <translation>{evaluation}は別の重みまたは設定についての結果であるため、その数値はここには当てはまりません。`station evaluate {kind}`をもう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>The weights of {id} are larger than {largest_mb} MB. Train a smaller network.</source>
            <comment>below</comment>
            <translation>{id}の重みが{largest_mb} MBを超えています。より小さいネットワークを学習してください。</translation>
        </message>
        <message>
            <location filename="../../station/model_cards.py" />
            <source>{evaluation} is not the result of `station evaluate {kind}` ({error}). Choose its evaluation.json.</source>
            <comment>below</comment>
            <translation>{evaluation}は`station evaluate {kind}`の結果ではありません（{error}）。その結果のevaluation.jsonを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} is damaged: it lacks copies. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path}は破損しています。コピーが足りません。コピーをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>There is no denoised PET series in {results}. Let the denoiser work on all copies in {folder}, and give the folder of what it made.</source>
            <comment>below</comment>
            <translation>{results}に、ノイズ低減済みのPETシリーズがありません。{folder}のすべてのコピーをノイズ低減モデルで処理し、その出力のフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{results} holds no denoised image of {copy}: no series names it as its source or has "{number}" in its description. Denoise that copy too.</source>
            <comment>below</comment>
            <translation>{results}に、{copy}のノイズ低減済み画像がありません。これを元シリーズとして示すシリーズも、説明に「{number}」を含むシリーズもありません。このコピーもノイズ低減してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{results} holds several images of {copy}: {names}. Leave one of them there.</source>
            <comment>below</comment>
            <translation>{results}に、{copy}の画像が複数あります: {names}。1つだけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{label} has other slices than the image that {folder} was made of. Give the folder of the original study.</source>
            <comment>below</comment>
            <translation>{label}のスライスは、{folder}の作成元の画像とは異なります。元の検査のフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} was written by another version of Station. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path}は別の版のStationで書き出されたものです。コピーをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} cannot be read ({strerror}). Give the folder that `station audit --write` made.</source>
            <comment>below</comment>
            <translation>{path}を読み込めません（{strerror}）。`station audit --write`で作成したフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{path} is damaged or not what `station audit --write` made. Write the copies again.</source>
            <comment>below</comment>
            <translation>{path}は破損しているか、`station audit --write`で作成したものではありません。コピーをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/exchange.py" />
            <source>{label} is the same as the image it was made of: nothing was denoised.</source>
            <comment>below</comment>
            <translation>{label}は作成元の画像と同一で、ノイズ低減が行われていません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>Nothing was put in: this series was denoised before. A pair does not tell what was lost, since nobody knows what is in the patient. `station audit … --write FOLDER` writes copies with known lesions for its denoiser; `--denoised FOLDER` takes the results back.</source>
            <comment>below</comment>
            <translation>何も挿入していません。このシリーズはすでにノイズ低減されています。患者の体内に実際に何があるかは誰にもわからないため、画像の対からは何が失われたかはわかりません。`station audit … --write FOLDER`は、そのノイズ低減モデル用に既知の病変を含むコピーを書き出します。`--denoised FOLDER`で結果を取り込みます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} does not say that it was made of {label2}. If it was made of another series, the two differ for that reason too.</source>
            <comment>below</comment>
            <translation>{label}には、{label2}から作成されたことが示されていません。別のシリーズから作成された場合は、それも両者の違いの原因になります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} is on another grid than {label2}. Denoise without resampling, so that every voxel stays in its place.</source>
            <comment>below</comment>
            <translation>{label}のグリッドは{label2}と異なります。すべてのボクセルが元の位置に保たれるよう、リサンプリングせずにノイズ低減してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/pairs.py" />
            <source>{label} has another frame of reference than {label2}, so a place in one is not a place in the other.</source>
            <comment>below</comment>
            <translation>{label}の座標系は{label2}と異なるため、一方の位置は他方の同じ位置に対応しません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>Several series can be audited. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>検証できるシリーズが複数あります。1つ選択してください: --series {names}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>{label} has voxels of {size} mm, and our networks work on 2 mm. Allow resampling (--resample): the audit then holds for the resampled way.</source>
            <comment>below</comment>
            <translation>{label}のボクセルは{size} mmですが、Stationのネットワークは2 mmで動作します。リサンプリングを許可してください（--resample）。その場合、検証結果はリサンプリングを行う処理について成り立ちます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>There is no series {uid} in the study of the image. Name one of it.</source>
            <comment>below</comment>
            <translation>この画像の検査にシリーズ{uid}はありません。検査内のシリーズを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/paths.py" />
            <source>{label} does not say that it is a DL image. Name the denoised series, ours, or the id of a network.</source>
            <comment>below</comment>
            <translation>{label}には、DL画像であることが示されていません。ノイズ低減済みのシリーズ、ours、またはネットワークのIDを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The noise of what was put in grows with its uptake as a rule says that was measured on simulated OSEM images; another reconstruction may make another noise.</source>
            <comment>below</comment>
            <translation>挿入したもののノイズは、シミュレーションのOSEM画像で測定した規則に従って、集積とともに増加します。別の再構成では、ノイズが異なる可能性があります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>What was put in are even spheres in calm places. Lesions of other shapes, at edges or between hot organs are harder for either arm, and this page says nothing of them.</source>
            <comment>below</comment>
            <translation>挿入したのは、変化の少ない場所に置いた均一な球です。形の異なる病変や、辺縁または高集積臓器の間にある病変は、どちらの群にとってもより難しく、このページはそれらについて何も示しません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {{fwhm:g}} mm was given, not measured.</source>
            <comment>below</comment>
            <translation>分解能{{fwhm:g}} mmは指定された値で、測定値ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {{fwhm:g}} mm was measured at the edge of the bladder; the true one may be a fifth off, and breathing blurs liver and lung further.</source>
            <comment>below</comment>
            <translation>分解能{{fwhm:g}} mmは膀胱の辺縁で測定しました。真の値とは5分の1程度異なる可能性があり、肝と肺は呼吸によってさらにぼけます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>It holds for this image: this scanner, this dose and duration, this patient. The intervals are those of more places in the same image, not of other patients.</source>
            <comment>below</comment>
            <translation>この結果は、この画像、すなわちこのスキャナー、この投与量と収集時間、この患者について成り立ちます。区間は同じ画像内でより多くの位置をとった場合のもので、ほかの患者についてのものではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{n} inserts of a kind cannot be placed. Give {low} to {high}.</source>
            <comment>below</comment>
            <translation>1種類につき{n}個の挿入球は配置できません。{low}～{high}を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <location filename="../../station/reading/planning.py" />
            <source>{seed} is no seed. Choose 0 or a larger whole number.</source>
            <comment>below</comment>
            <translation>{seed}はシードとして使えません。0以上の整数を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{kinds} kinds of inserts are too many for one audit. Choose fewer sizes, contrasts or sites: at most {most_kinds} together.</source>
            <comment>below</comment>
            <translation>{kinds}種類の挿入球は、1回の検証には多すぎます。サイズ、コントラスト、部位を減らしてください（組み合わせて最大{most_kinds}種類）。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>{label} is tilted against the patient's axes, and organs are looked for along them. Audit a series with upright slices.</source>
            <comment>below</comment>
            <translation>{label}は患者の軸に対して傾いていますが、臓器は患者の軸に沿って検出します。傾きのないスライスのシリーズを検証してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>The resolution of {label} cannot be measured: it is taken from the edge of a filled bladder, and none is in view. Give it: --fwhm-mm, as the scanner's data sheet or a phantom has it for unfiltered images.</source>
            <comment>below</comment>
            <translation>{label}の分解能を測定できません。分解能は充満した膀胱の辺縁から求めますが、視野内に膀胱がありません。スキャナーのデータシートまたはファントムによる、フィルタなし画像の値を指定してください: --fwhm-mm。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>"{site}" is not a site for inserts. Use {site_words}.</source>
            <comment>below</comment>
            <translation>「{site}」は挿入球の部位ではありません。次を使用してください: {site_words}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>Give at least one {what} of inserts.</source>
            <comment>below</comment>
            <translation>挿入球について、次を少なくとも1つ指定してください: {what}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/run.py" />
            <source>A {what} of inserts is given twice. Give each once.</source>
            <comment>below</comment>
            <translation>挿入球について、次が重複して指定されています: {what}。それぞれ1回だけ指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/sites.py" />
            <source>No {site_words} was found in this image in which inserts could be placed. Leave {site} out of the sites.</source>
            <comment>below</comment>
            <translation>この画像では、挿入球を配置できる部位（{site_words}）が見つかりませんでした。部位から{site}を除いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>Seen: a local maximum inside the insert, four standard deviations and a quarter above its surroundings in the same image. Shares and means with 95 % intervals over places. Where two values are given they are those of the conventional and of the denoised image.</source>
            <comment>below</comment>
            <translation>「見える」とは、挿入球内に極大値があり、それが同じ画像の周囲よりも標準偏差の4倍以上、かつ平均の4分の1以上高いことをいいます。割合と平均には、位置に関する95 %区間を付けています。値が2つある場合は、従来画像とノイズ低減済み画像の値です。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{capitalize}, contrast {contrast}, seen in at least {value} %: {words}; {words2}.</source>
            <comment>below</comment>
            <translation>{capitalize}、コントラスト{contrast}、{value} %以上で見えたもの: {words}、{words2}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{n} spheres of every size and contrast in {sites}, in {images} copies of the unfiltered image (seed {seed}), blurred by {fwhm_mm} mm; conventional: Gaussian of {filter_fwhm_mm} mm.</source>
            <comment>below</comment>
            <translation>フィルタなし画像のコピー{images}個に、次の部位で各サイズ・各コントラストの球を{n}個ずつ挿入（シード{seed}、ぼけ{fwhm_mm} mm）: {sites}。従来画像: {filter_fwhm_mm} mmのガウシアン。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>No size and contrast was shown to be kept better by either image.</source>
            <comment>below</comment>
            <translation>どちらかの画像のほうがよく保たれると示されたサイズとコントラストはありませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>In {litres} L without inserts {alone} {value} in the denoised image alone and {alone2} in the conventional one alone.</source>
            <comment>below</comment>
            <translation>挿入球のない{litres} Lで、一方の画像のみにある限局集積: ノイズ低減済み画像 {alone}、従来画像 {alone2}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>{left_out} had too little of the organ around {value} and could not be judged.</source>
            <comment>below</comment>
            <translation>周囲に含まれる臓器が少なすぎて判定できなかった挿入球: {left_out}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>The denoised image loses what the filter keeps: {fewer}.</source>
            <comment>below</comment>
            <translation>フィルタでは保たれるがノイズ低減済み画像では失われるもの: {fewer}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>It shows what the filter hides: {more}.</source>
            <comment>below</comment>
            <translation>フィルタでは隠れるがノイズ低減済み画像では見えるもの: {more}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/audit/words.py" />
            <source>Where nothing was put in, the denoised image shows something at {counts} of {total} places, the conventional one at {counts2}.</source>
            <comment>below</comment>
            <translation>何も挿入していない位置では、{total}か所のうち、ノイズ低減済み画像で{counts}か所、従来画像で{counts2}か所に何かが見えます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Not counted, because in stomach or bowel, which take up FDG in health: {listed}. Look at them; a lesion there counts when it is saved as one in the window.</source>
            <comment>below</comment>
            <translation>次のものは、健常でもFDGが集積する胃または腸にあるため、算入していません: {listed}。内容を確認してください。そこにある病変は、ウィンドウで病変として保存すると算入されます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Current: {prior}, of {dates}, because it is later than {current}, of {dates2}, which is the prior one.</source>
            <comment>below</comment>
            <translation>今回: {prior}（{dates}）。{current}（{dates2}）より後の日付であるためで、{current}が前回となります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Proposals computed by rule, for a person to judge. Not a diagnosis.</source>
            <comment>below</comment>
            <translation>規則により計算した提案であり、人が判断するためのものです。診断ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>A study has no PatientID, so it is not known whether both are of one patient. Nothing is compared. Correct the header, and open both again.</source>
            <comment>below</comment>
            <translation>検査にPatientIDがないため、両者が同じ患者のものかどうかわかりません。比較は行われません。ヘッダーを修正し、両方をもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The two studies have different PatientIDs: they are not known to be of one patient. Nothing is compared. Give two studies of the same patient, or correct the ID.</source>
            <comment>below</comment>
            <translation>2つの検査のPatientIDが異なるため、同じ患者のものとは確認できません。比較は行われません。同じ患者の検査を2つ指定するか、IDを修正してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} holds PETs of {studies} studies. Give the folder of one study, or name the PET with --series.</source>
            <comment>below</comment>
            <translation>{path}に、{studies}件の検査のPETがあります。1つの検査のフォルダーを指定するか、--seriesでPETを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} holds several PETs: {names}. Name one with --series.</source>
            <comment>below</comment>
            <translation>{path}に複数のPETがあります: {names}。--seriesで1つ指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The liver was not looked for: the organ finder is missing.</source>
            <comment>below</comment>
            <translation>臓器検出モデルがないため、肝は検出していません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The patient seems to be the wrong way round, so no organ can be trusted.</source>
            <comment>below</comment>
            <translation>患者の向きが逆になっているように見えるため、どの臓器も信頼できません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>No liver was found. If it is in view, place its sphere by hand.</source>
            <comment>below</comment>
            <translation>肝が見つかりませんでした。写っている場合は、球を手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The blood pool was not looked for: the organ finder is missing.</source>
            <comment>below</comment>
            <translation>臓器検出モデルがないため、血液プールは検出していません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{no_ct} The aorta is found on the CT. Place its sphere by hand.</source>
            <comment>below</comment>
            <translation>{no_ct}大動脈はCT上で検出されます。球を手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>No descending aorta was found. Place the blood pool's sphere by hand.</source>
            <comment>below</comment>
            <translation>下行大動脈が見つかりませんでした。血液プールの球を手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{label} has no SUV, so the {what} gives no reference.</source>
            <comment>below</comment>
            <translation>{label}にはSUVがないため、次の参照組織から基準値が得られません: {what}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The {what}'s sphere is not entirely in the image. Place it elsewhere.</source>
            <comment>below</comment>
            <translation>球が画像内に完全には収まっていません（{what}）。別の場所に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{label} has no SUV, so there is no SUL.</source>
            <comment>below</comment>
            <translation>{label}にはSUVがないため、SULもありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>The tracer is not FDG.</source>
            <comment>below</comment>
            <translation>トレーサがFDGではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>Lesions cannot be sought in the {name} image without a threshold. {why} Place lesions in the window, or give masks of them (--lesions FILE).</source>
            <comment>below</comment>
            <translation>しきい値がないため、次の画像で病変を検索できません: {name}。{why}ウィンドウで病変を配置するか、病変のマスクを指定してください（--lesions FILE）。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} does not exist.</source>
            <comment>below</comment>
            <translation>{path}は存在しません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} has no mask within the {name} image.</source>
            <comment>below</comment>
            <translation>{path}には、次の画像の範囲内にあるマスクがありません: {name}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{path} is there already. Give another folder.</source>
            <comment>below</comment>
            <translation>{path}はすでに存在します。別のフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{reader} has saved no VOI of these studies.</source>
            <comment>below</comment>
            <translation>{reader}は、これらの検査のVOIを保存していません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/compare.py" />
            <source>{count_of} saved VOIs of these studies. Name one with --reader.</source>
            <comment>below</comment>
            <translation>これらの検査には、複数の読影者が保存したVOIがあります（{count_of}）。--readerで1人指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoise.py" />
            <source>Several series can be {done}. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>該当する処理（{done}）が可能なシリーズが複数あります。1つ選択してください: --series {names}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>No denoiser is installed: there are no weights in resources/models/denoiser. Train one with `station train denoiser`.</source>
            <comment>below</comment>
            <translation>ノイズ低減モデルがインストールされていません。resources/models/denoiserに重みがありません。`station train denoiser`で学習してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>{kind}; its card has no result on scans of another generator than its own.</source>
            <comment>below</comment>
            <translation>{kind}。モデルカードには、自身の学習に用いた生成器以外によるスキャンでの結果がありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/denoiser.py" />
            <source>There is not enough memory to denoise {label}. Close other programs, or use a computer with more.</source>
            <comment>below</comment>
            <translation>{label}のノイズ低減に必要なメモリが足りません。ほかのプログラムを閉じるか、メモリのより多いコンピューターを使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/doubt.py" />
            <source>There is not enough memory to see where the network is unsure. Close other studies and programs and try again.</source>
            <comment>below</comment>
            <translation>ネットワークの不確実な箇所を表示するためのメモリが足りません。ほかの検査とプログラムを閉じて、もう一度実行してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>The study has no CT.</source>
            <comment>below</comment>
            <translation>この検査にはCTがありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>So were {more} more.</source>
            <comment>below</comment>
            <translation>ほかに{more}件も除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <location filename="../../station/quality/checks.py" />
            <source>{label} is not a PET image. Choose a PET series.</source>
            <comment>below</comment>
            <translation>{label}はPET画像ではありません。PETシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>The study's CT has another frame of reference than the PET, so a place in one is not a place in the other.</source>
            <comment>below</comment>
            <translation>この検査のCTの座標系はPETと異なるため、一方の位置は他方の同じ位置に対応しません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/images.py" />
            <source>There is no series {absent} in the given paths.</source>
            <comment>below</comment>
            <translation>指定されたパスにシリーズ{absent}はありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/kernels.py" />
            <source>Compiled kernels cannot be kept in {kernels_variable} ({strerror}), so that each start compiles them again. Free some space or make it writable, or name another folder in {kernels_variable2}.</source>
            <comment>below</comment>
            <translation>コンパイル済みの計算カーネルを{kernels_variable}に保存できないため（{strerror}）、起動のたびに再コンパイルされます。空き容量を確保するか、書き込み可能にするか、{kernels_variable2}に別のフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>The study still arrives at {name}: it lists {count_of} than when fetching began. Fetch it again.</source>
            <comment>below</comment>
            <translation>検査はまだ{name}に到着している途中です。一覧の件数が、取得の開始時より増えています（{count_of}）。もう一度取得してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} lists no instances of {what} with the UID {listed}. Search for the study again.</source>
            <comment>below</comment>
            <translation>{name}の一覧には、次のUIDの対象（{what}）のインスタンスがありません: {listed}。検査をもう一度検索してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>It came to the server while the study was fetched. Fetch the study again.</source>
            <comment>below</comment>
            <translation>検査の取得中にサーバーに到着しました。検査をもう一度取得してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>What came is of another patient than the study of the list that has its UID, and is not in the list. If the patient's ID was corrected, open {folder}. Else report it to the administrator of its sender.</source>
            <comment>below</comment>
            <translation>届いたものは、検査リストにある同じUIDの検査とは別の患者のもので、リストには入っていません。患者IDが修正されたのであれば、{folder}を開いてください。そうでなければ、送信元の管理者に報告してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} no longer lists it, and its file is gone.</source>
            <comment>below</comment>
            <translation>{name}の一覧になくなり、ファイルも失われています。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{path} has changed since it was received, and cannot be moved to {apart}: {value}. Move it away, then fetch the study again.</source>
            <comment>below</comment>
            <translation>{path}は受信後に変更されており、{apart}に移動できません: {value}。別の場所に移動してから、検査をもう一度取得してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{folder} cannot be made: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{folder}を作成できません: {value}。別のフォルダーを選択するか、空き容量を確保してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/fetch.py" />
            <source>{name} did not send it.</source>
            <comment>below</comment>
            <translation>{name}は送信しませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/find.py" />
            <source>{name} lists no instances of this series.</source>
            <comment>below</comment>
            <translation>{name}の一覧に、このシリーズのインスタンスがありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ledger.py" />
            <source>Transfer {transfer} was received from {server}: only {server2} can send it again.</source>
            <comment>below</comment>
            <translation>転送{transfer}は{server}から受信したものです。もう一度送信できるのは{server2}だけです。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/listen.py" />
            <source>Station ended while the study came. {count} that came before are kept in {half}; have the study sent again.</source>
            <comment>below</comment>
            <translation>検査の受信中にStationが終了しました。それまでに届いたもの（{count}）は{half}に保持されています。検査をもう一度送信するよう依頼してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} reported success for {count_of} that it does not list.</source>
            <comment>below</comment>
            <translation>{name}は成功と報告しましたが、一覧にないものがあります（{count_of}）。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>Instances are sent by store or web, not by {value}.</source>
            <comment>below</comment>
            <translation>インスタンスの送信に使えるのはstoreまたはwebで、{value}は使えません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no AE title: it is reached by DICOMweb only. Send with web.</source>
            <comment>below</comment>
            <translation>{name}にはAEタイトルがなく、DICOMwebでのみ接続できます。webで送信してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no DICOMweb address. Send with store, or add it.</source>
            <comment>below</comment>
            <translation>{name}にはDICOMwebのアドレスがありません。storeで送信するか、アドレスを追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} has no AE title, and storage commitment is a service of DIMSE. Send without it, or add the AE title.</source>
            <comment>below</comment>
            <translation>{name}にはAEタイトルがありません。ストレージコミットメントはDIMSEのサービスです。ストレージコミットメントなしで送信するか、AEタイトルを追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} cannot be asked whether it has them: {error} Storage commitment would say it.</source>
            <comment>below</comment>
            <translation>保存されているかどうかを{name}に問い合わせることができません: {error}ストレージコミットメントを使えば確認できます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>Its file is gone or damaged. Make it again, and send it.</source>
            <comment>below</comment>
            <translation>ファイルが失われたか、破損しています。もう一度作成して送信してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/send.py" />
            <source>{name} reported success, but does not list it. Ask its administrator what becomes of what it takes, then send it again.</source>
            <comment>below</comment>
            <translation>{name}は成功と報告しましたが、一覧にありません。受け取ったものがどうなるかをサーバーの管理者に確認してから、もう一度送信してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>The {what} of {name} and the images cross the network unencrypted: its web address begins with http://. Ask its administrator for one that begins with https://.</source>
            <comment>below</comment>
            <translation>{name}の認証情報（{what}）と画像が、暗号化されずにネットワークを流れます。Webアドレスがhttp://で始まっているためです。https://で始まるアドレスをサーバーの管理者に確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}". There are: {listed}.</source>
            <comment>below</comment>
            <translation>サーバー「{name}」はありません。登録されているサーバー: {listed}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}": none has been added yet. Add it with `station pacs add`.</source>
            <comment>below</comment>
            <translation>サーバー「{name}」はありません。サーバーはまだ1つも追加されていません。`station pacs add`で追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is no server "{name}". Did you mean {names}?</source>
            <comment>below</comment>
            <translation>サーバー「{name}」はありません。次のものではありませんか: {names}?</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{name}" cannot be the name of a server. Use 1 to 64 characters without a colon or a comma, not beginning with a dash.</source>
            <comment>below</comment>
            <translation>「{name}」はサーバーの名前に使えません。コロンとカンマを含まず、ダッシュで始まらない1～64文字にしてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>How is {name} reached? Give the AE title that it is called by, the address of its DICOMweb services, or both.</source>
            <comment>below</comment>
            <translation>{name}への接続方法が指定されていません。呼び出しに使うAEタイトル、DICOMwebサービスのアドレス、またはその両方を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>A password or token is for DICOMweb, and {name} has no DICOMweb address. Give its address, or leave the password out.</source>
            <comment>below</comment>
            <translation>パスワードやトークンはDICOMweb用ですが、{name}にはDICOMwebのアドレスがありません。アドレスを指定するか、パスワードを省いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>A password needs the name of a user. Give it.</source>
            <comment>below</comment>
            <translation>パスワードにはユーザー名が必要です。ユーザー名を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{host}" is not the name or address of a computer. Give it without http:// and without a port, such as 10.0.0.5.</source>
            <comment>below</comment>
            <translation>「{host}」はコンピューターの名前またはアドレスではありません。10.0.0.5のように、http://とポートを付けずに指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{port} is not a port. Use a number from 1 to {last_port}.</source>
            <comment>below</comment>
            <translation>{port}はポート番号ではありません。1～{last_port}の数値を使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>"{web_url}" is not the address of DICOMweb services. Write it as https://pacs.example/dicom-web.</source>
            <comment>below</comment>
            <translation>「{web_url}」はDICOMwebサービスのアドレスではありません。https://pacs.example/dicom-web の形式で入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>An address of DICOMweb services must not hold a password. Leave it out, and enter user and password on their own.</source>
            <comment>below</comment>
            <translation>DICOMwebサービスのアドレスにパスワードを含めることはできません。アドレスから除き、ユーザー名とパスワードは別に入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>There is a server "{name}" already. Choose another name, or replace it.</source>
            <comment>below</comment>
            <translation>サーバー「{name}」はすでにあります。別の名前を選択するか、置き換えてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{path} does not exist. Choose the file (PEM).</source>
            <comment>below</comment>
            <translation>{path}は存在しません。ファイル（PEM）を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{name} answers to "{called_aet}" and knows "{calling_aet}".</source>
            <comment>below</comment>
            <translation>{name}は「{called_aet}」として応答し、「{calling_aet}」を認識しています。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/servers.py" />
            <source>{name} knows "{calling_aet}" as a destination.</source>
            <comment>below</comment>
            <translation>{name}は「{calling_aet}」を送信先として認識しています。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>{port} is not a port. Use a number from 0 to {last_port}.</source>
            <comment>below</comment>
            <translation>{port}はポート番号ではありません。0～{last_port}の数値を使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>"{host}" is not an address of this computer. Use 127.0.0.1 for this computer alone, or the address of a network interface.</source>
            <comment>below</comment>
            <translation>「{host}」はこのコンピューターのアドレスではありません。このコンピューターのみの場合は127.0.0.1、そうでなければネットワークインターフェースのアドレスを使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>To listen with TLS, Station needs a certificate and its key. Choose both.</source>
            <comment>below</comment>
            <translation>TLSで受信するには、Stationに証明書とその鍵が必要です。両方を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>"{aet}" cannot be an AE title. Use 1 to {aet_length} letters, digits and signs of ASCII, without a backslash.</source>
            <comment>below</comment>
            <translation>「{aet}」はAEタイトルに使えません。バックスラッシュを除くASCIIの文字、数字、記号を1～{aet_length}文字で使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>The settings of the listener in {path} cannot be used. Remove the file, and enter them again.</source>
            <comment>below</comment>
            <translation>{path}にある受信サービスの設定を使用できません。ファイルを削除し、設定をもう一度入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/settings.py" />
            <source>{home} cannot be written: {value}. Free some space.</source>
            <comment>below</comment>
            <translation>{home}に書き込めません: {value}。空き容量を確保してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} was asked to move it, but it did not arrive at port {port}, where Station or another program listens. The listener has to accept "{called_aet}".</source>
            <comment>below</comment>
            <translation>{name}に移動を要求しましたが、Stationまたは別のプログラムが待ち受けているポート{port}に届きませんでした。受信サービスが「{called_aet}」を受け入れる必要があります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>Instances are fetched by get, move or web, not by {value}.</source>
            <comment>below</comment>
            <translation>インスタンスの取得に使えるのはget、move、webで、{value}は使えません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} has no {lacks}, so nothing can be fetched by {value}.</source>
            <comment>below</comment>
            <translation>{name}には次のものがないため、{value}では何も取得できません: {lacks}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} and {name2} are the same instance but differ. Only the first was sent.</source>
            <comment>below</comment>
            <translation>{name}と{name2}は同じインスタンスですが、内容が異なります。最初のもののみ送信しました。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} is not a DICOM file; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}はDICOMファイルではないため、送信していません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/pacs/ways.py" />
            <source>{name} is damaged; it was not sent.</source>
            <comment>below</comment>
            <translation>{name}は破損しているため、送信していません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>The ratio of {stated} was read from the description of study or series.</source>
            <comment>below</comment>
            <translation>比{stated}は、検査またはシリーズの説明から読み取りました。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Ratio of spheres to background {ratio}{value}; background {background} {unit}, its variability {variability_percent} % in discs of 37 mm.</source>
            <comment>below</comment>
            <translation>球とバックグラウンドの比 {ratio}{value}。バックグラウンド {background} {unit}、その変動（37 mmの円板内） {variability_percent} %。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>The largest sphere is seen as through a Gaussian of {fwhm_mm} mm.</source>
            <comment>below</comment>
            <translation>最大の球は、{fwhm_mm} mmのガウシアンを通したように見えます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Meets {earl}: all spheres are in its bands.</source>
            <comment>below</comment>
            <translation>{earl}に適合: すべての球が許容帯内にあります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>Does not meet {earl}.</source>
            <comment>below</comment>
            <translation>{earl}に適合しません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>A Gaussian of {fwhm_mm} mm brings all spheres into the bands: SUV compared between {earl} scanners are measured after it.</source>
            <comment>below</comment>
            <translation>{fwhm_mm} mmのガウシアンですべての球が許容帯に入ります。{earl}のスキャナー間で比較するSUVは、これを適用してから測定します。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>No Gaussian brings all spheres into the bands; {fwhm_mm} mm comes nearest.</source>
            <comment>below</comment>
            <translation>すべての球を許容帯に入れるガウシアンはありません。最も近いのは{fwhm_mm} mmです。</translation>
        </message>
        <message>
            <location filename="../../station/operations/phantom.py" />
            <source>No Gaussian brings the spheres nearer to the bands.</source>
            <comment>below</comment>
            <translation>球を許容帯により近づけるガウシアンはありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>A place for the liver's sphere belongs to one series, and there are {chosen}. Name one with --series.</source>
            <comment>below</comment>
            <translation>肝の球の位置は1つのシリーズについて指定するものですが、シリーズが{chosen}個あります。--seriesで1つ指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>{label} is not in HU.</source>
            <comment>below</comment>
            <translation>{label}の単位はHUではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/checks.py" />
            <source>{label} has no SUV.</source>
            <comment>below</comment>
            <translation>{label}にはSUVがありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grade_paths.py" />
            <source>{one_only} is of one series, and there are {chosen}. Choose one: --series {names}.</source>
            <comment>below</comment>
            <translation>次は1つのシリーズについてのものですが、シリーズが{chosen}個あります: {one_only}。1つ選択してください: --series {names}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grade_paths.py" />
            <source>{file} cannot be written. Name a file in an existing folder.</source>
            <comment>below</comment>
            <translation>{file}に書き込めません。既存のフォルダー内のファイルを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/grader.py" />
            <source>No grader is installed: there are no weights in resources/models/grader. Train one with `station train grader`.</source>
            <comment>below</comment>
            <translation>グレード判定モデルがインストールされていません。resources/models/graderに重みがありません。`station train grader`で学習してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read.</source>
            <comment>below</comment>
            <translation>良好: 読影できます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>{verdict} Judge the image by eye.</source>
            <comment>below</comment>
            <translation>{verdict}画像を目視で判断してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Poor{suspected}: look at {at}; consider scanning again before the patient leaves.</source>
            <comment>below</comment>
            <translation>不良{suspected}: 次を確認してください: {at}。患者が帰る前に、再撮像を検討してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good, but failed: {failed}. Look at that before reading; consider whether a new scan would correct it.</source>
            <comment>below</comment>
            <translation>良好、ただし不合格のチェックがあります: {failed}。読影の前に確認し、新たな撮像で是正できるかを検討してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read. Look at {look}.</source>
            <comment>below</comment>
            <translation>良好: 読影できます。次を確認してください: {look}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>No reason was given.</source>
            <comment>below</comment>
            <translation>理由は示されていません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>{verdict} Failed: {failed}. Look at the image before the patient leaves.</source>
            <comment>below</comment>
            <translation>{verdict}不合格: {failed}。患者が帰る前に画像を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read, but {unknown} of {checks} checks were not possible.</source>
            <comment>below</comment>
            <translation>良好: 読影できます。ただし、{checks}件のチェックのうち{unknown}件は実施できませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>Good: ready to read, but nothing else was checked.</source>
            <comment>below</comment>
            <translation>良好: 読影できます。ただし、ほかには何もチェックしていません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/page.py" />
            <source>There is no image to show: it could not be read.</source>
            <comment>below</comment>
            <translation>表示する画像がありません。画像を読み込めませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>Orange, the darker the more: where the image loses quality against the network's training images.</source>
            <comment>below</comment>
            <translation>橙色: ネットワークの学習画像と比べて画質が低下している箇所（濃いほど低下が大きい）。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>{words} {value} % of the loss is within {evidence_near_mm} mm of the deepest place.</source>
            <comment>below</comment>
            <translation>{words}低下の{value} %は、最も低下した位置から{evidence_near_mm} mm以内にあります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>Where quality is lost was not looked for.</source>
            <comment>below</comment>
            <translation>画質が低下している箇所は調べていません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>No place takes anything from the quality.</source>
            <comment>below</comment>
            <translation>画質を低下させている箇所はありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/quality/pictures.py" />
            <source>{words} The loss is spread; no single place decides the grade.</source>
            <comment>below</comment>
            <translation>{words}低下は広い範囲に分散しており、グレードを決める単一の箇所はありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has a DL image but no conventional one. Open the conventional series.</source>
            <comment>below</comment>
            <translation>DL画像はありますが、従来画像がありません。従来画像のシリーズを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has no DL image. Denoise it and save the DL series, or open one.</source>
            <comment>below</comment>
            <translation>DL画像がありません。ノイズ低減してDLシリーズを保存するか、DLシリーズを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>Its PET is unfiltered. Make the conventional image with Image ▸ Conventional filter.</source>
            <comment>below</comment>
            <translation>PETがフィルタなしです。「画像 ▸ 従来フィルタ」で従来画像を作成してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It was remembered by another version of Station. Open it once, then choose it.</source>
            <comment>below</comment>
            <translation>別の版のStationで記憶されたものです。一度開いてから選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>It has no PET with attenuation correction.</source>
            <comment>below</comment>
            <translation>減弱補正されたPETがありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label}: {size} of {paths} slices are missing. Open the complete series.</source>
            <comment>below</comment>
            <translation>{label}: {paths}枚のスライスのうち{size}枚が欠けています。完全なシリーズを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label}: {first} can no longer be read. Open the study again from where its files are now.</source>
            <comment>below</comment>
            <translation>{label}: {first}を読み込めなくなりました。ファイルの現在の場所から検査をもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/candidates.py" />
            <source>{label} is not a PET image.</source>
            <comment>below</comment>
            <translation>{label}はPET画像ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/investigator_copy.py" />
            <source>{name} does not end in {suffix}. Give the copy such a name.</source>
            <comment>below</comment>
            <translation>{name}の末尾が{suffix}ではありません。コピーには{suffix}で終わる名前を付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>The study was not started: the leak check found something by which patients or arms could be distinguished. The copies were deleted.</source>
            <comment>below</comment>
            <translation>読影実験は開始されませんでした。漏えいチェックで、患者または群を区別できるものが見つかりました。コピーは削除されました。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{path} holds no DICOM study. Give a folder for each case that holds both images.</source>
            <comment>below</comment>
            <translation>{path}にDICOMの検査がありません。症例ごとに、両方の画像を含むフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{path} holds {usable} studies that can be cases: {names}. Give a folder for each case.</source>
            <comment>below</comment>
            <translation>{path}に、症例にできる検査が{usable}件あります: {names}。症例ごとに1つのフォルダーを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>Images of "{study}" are not what they were when the study was made, or this station does not see them: {changed}. Put them back from a backup.</source>
            <comment>below</comment>
            <translation>「{study}」の画像が読影実験の作成時と異なるか、この端末から参照できません: {changed}。バックアップから元に戻してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/new_study.py" />
            <source>{known} and {path} hold the same study. Give each case once.</source>
            <comment>below</comment>
            <translation>{known}と{path}に同じ検査があります。各症例は1回だけ指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>The pilot has several criteria. Choose one of: {known}.</source>
            <comment>below</comment>
            <translation>予備実験に複数の評価項目があります。次から1つ選択してください: {known}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>The pilot has no criterion "{wanted}". Choose one of: {known}.</source>
            <comment>below</comment>
            <translation>予備実験に評価項目「{wanted}」はありません。次から1つ選択してください: {known}。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>{what}: "{text}" is not a list of whole numbers. Write them like 2,3,4.</source>
            <comment>below</comment>
            <translation>{what}: 「{text}」は整数のリストではありません。2,3,4のように入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/planning.py" />
            <source>A criterion is one of a pilot. Give --pilot FILE too.</source>
            <comment>below</comment>
            <translation>評価項目は予備実験のものです。--pilot FILEも指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The study is due on {due}, which is past. Choose a later day.</source>
            <comment>below</comment>
            <translation>読影実験の期限（{due}）は過ぎています。これより後の、今日以降の日付を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A copy holds voxels in SUV, their place and a random code. Both images of a case have one body mask, outside which the air is 0, no value below 0, the same steps and, where both exceed what a window can show, the same maximum; where both are faint they show their mean. From SUV {low} to {high} no value of a copy is off its source by more than {largest_change_suv}.</source>
            <comment>below</comment>
            <translation>コピーに含まれるのは、SUVのボクセル、その位置、無作為なコードです。症例の両画像は共通の体マスクを持ち、その外側の空気は0です。0未満の値はなく、値の刻みは同一で、両画像がともにウィンドウで表示できる範囲を超える場合は最大値も同一です。両画像がともに淡い箇所では、両画像の平均を示します。SUV {low}～{high}では、コピーの値と元画像との差は{largest_change_suv}以下です。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A reader study needs {fewest_readers} readers or more. Add one.</source>
            <comment>below</comment>
            <translation>読影実験には{fewest_readers}人以上の読影者が必要です。読影者を追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A rule that learns air, signs, steps and range of the stored values from the other cases tells the arms with an AUC of {auc} (chance: {low_auc} to {high_auc} with {cases}).</source>
            <comment>below</comment>
            <translation>保存された値の空気、符号、刻み、範囲をほかの症例から学習した規則は、AUC {auc}で群を判別します（偶然の範囲: {low_auc}～{high_auc}、症例数: {cases}）。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>What is seen inside the body cannot be hidden: by noise, sharpness and maximum the same rule tells them with an AUC of {auc}. Whoever has the copies and a program can sort them; readers look at them in this program only.</source>
            <comment>below</comment>
            <translation>体内に見えるものは隠せません。ノイズ、鮮鋭度、最大値により、同じ規則はAUC {auc}で群を判別します。コピーとプログラムを持つ人は画像を群別に分けることができますが、読影者は本プログラムでのみ画像を見ます。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The password of {name} contains the name. Choose another.</source>
            <comment>below</comment>
            <translation>{name}のパスワードに名前が含まれています。別のパスワードを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{other} and {name} have the same password. Give each another.</source>
            <comment>below</comment>
            <translation>{other}と{name}のパスワードが同じです。それぞれに別のパスワードを設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>There is no practice case: readers score the first real one unprepared.</source>
            <comment>below</comment>
            <translation>練習症例がないため、読影者は最初の本番症例を準備なしでスコア付けします。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The protocol repeats no image, so no reader's own agreement is known.</source>
            <comment>below</comment>
            <translation>プロトコルに同じ画像の再提示がないため、各読影者の自己一致度は得られません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The protocol has no washout: the two images of a case may follow each other.</source>
            <comment>below</comment>
            <translation>プロトコルにウォッシュアウトがないため、症例の2つの画像が続けて提示されることがあります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>With fewer than {fewest_cases} cases it cannot be measured whether a rule on stored values tells the arms.</source>
            <comment>below</comment>
            <translation>症例が{fewest_cases}例未満では、保存値に基づく規則で群を見分けられるかどうかを測定できません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The pixels of {label} contain {drawn}. Choose a series without it, or leave this case out.</source>
            <comment>below</comment>
            <translation>{label}の画素に次のものが書き込まれています: {drawn}。これを含まないシリーズを選択するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The copy {name} does not read back as one image. Prepare the study again.</source>
            <comment>below</comment>
            <translation>コピー{name}を1つの画像として読み戻せません。読影実験の準備をもう一度行ってください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{capitalize}: the copy of an image reads back on another grid than its source. This is an error of Station: report it, and leave this case out.</source>
            <comment>below</comment>
            <translation>{capitalize}: 画像のコピーを読み戻すと、元の画像とグリッドが異なります。これはStationの不具合です。報告のうえ、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>{capitalize}: the copy of an image reads back with SUV {change_suv} of difference, where {most_suv} is the most. This is an error of Station: report it, and leave this case out.</source>
            <comment>below</comment>
            <translation>{capitalize}: 画像のコピーを読み戻すと、SUVに{change_suv}の差があり、許容される最大値{most_suv}を超えています。これはStationの不具合です。報告のうえ、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>Patient {patient_id} is in more than one case. The washout counts between images of a case; readers may know the patient again.</source>
            <comment>below</comment>
            <translation>患者{patient_id}は複数の症例に含まれています。ウォッシュアウトは同じ症例の画像間にのみ適用されるため、読影者が同じ患者だと気付く可能性があります。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The study is no longer in the archive. Open it again.</source>
            <comment>below</comment>
            <translation>この検査はアーカイブにもうありません。もう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A series is no longer in the archive. Open the study again.</source>
            <comment>below</comment>
            <translation>シリーズの1つがアーカイブにもうありません。検査をもう一度開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>A voxel has no finite SUV. Choose another series.</source>
            <comment>below</comment>
            <translation>SUVが有限でないボクセルがあります。別のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/prepare.py" />
            <source>The copies of the images cannot be written below {parent}: {value}. Free some space and prepare the study again.</source>
            <comment>below</comment>
            <translation>画像のコピーを{parent}の下に書き込めません: {value}。空き容量を増やし、読影実験の準備をもう一度行ってください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/sign_in.py" />
            <source>{name} coordinates this study and does not read it. Choose Reading ▸ Coordinator.</source>
            <comment>below</comment>
            <translation>{name}はこの読影実験の管理者であり、読影は行いません。読影 ▸ 管理者を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/reading/sign_in.py" />
            <source>{name} reads in this study; the coordinator's view is not for readers. Choose Reading ▸ Read a study.</source>
            <comment>below</comment>
            <translation>{name}はこの読影実験の読影者です。管理者の画面は読影者には使用できません。読影 ▸ 読影の開始を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>Registered by the {images}: {what} of both dates are {median} mm apart (median; 95 % within {far} mm), turned by {turned}°, over {common} mm of the body.</source>
            <comment>below</comment>
            <translation>{images}で位置合わせしました: 両検査日の{what}の距離は{median} mm（中央値、95 %は{far} mm以内）、回転{turned}°、対象は体の{common} mmの範囲。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The registration failed: {why} The bodies' centres are put on each other instead. Adjust it by hand before places are compared.</source>
            <comment>below</comment>
            <translation>位置合わせに失敗しました: {why}代わりに体の中心どうしを重ねています。位置を比較する前に、手動で調整してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The two images show no part of the body in common.</source>
            <comment>below</comment>
            <translation>2つの画像に、共通して写っている体の部分がありません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The registration turned the body by {turned}°, which no patient does.</source>
            <comment>below</comment>
            <translation>位置合わせで体が{turned}°回転しましたが、実際の患者ではあり得ません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>After the registration the bodies' surfaces are still {median} mm apart.</source>
            <comment>below</comment>
            <translation>位置合わせ後も、体表面どうしがなお{median} mm離れています。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The {date} image shows no body that can be registered.</source>
            <comment>below</comment>
            <translation>{date}の画像に、位置合わせできる体が写っていません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/registration.py" />
            <source>The two bodies do not overlap.</source>
            <comment>below</comment>
            <translation>2つの体が重なりません。</translation>
        </message>
        <message>
            <location filename="../../station/operations/simulated.py" />
            <source>{wrong} is not a duration of a bed. The scan has {full_scan_s} s a bed: give whole seconds from 1 to that.</source>
            <comment>below</comment>
            <translation>{wrong}はベッドあたりの収集時間として使用できません。この撮像は1ベッドあたり{full_scan_s} sです。1からこの値までの整数の秒数を指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/operations/simulated.py" />
            <source>{synthetic}: made by a program. No patient was scanned.</source>
            <comment>below</comment>
            <translation>{synthetic}: プログラムで作成したものです。患者の撮像は行われていません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/alignment.py" />
            <source>Both images have one frame of reference: a millimetre in one is a millimetre in the other.</source>
            <comment>below</comment>
            <translation>両画像の座標系は同じです: 一方の1ミリメートルは、もう一方の1ミリメートルに当たります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/alike.py" />
            <source>Neither image shows a body: blurred, no part reaches SUV {body_suv}. Check the patient's weight and injected activity, or leave this case out.</source>
            <comment>below</comment>
            <translation>どちらの画像にも体が写っていません: ぼかした画像で、SUV {body_suv}に達する部分がありません。患者の体重と投与放射能を確認するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/alike.py" />
            <source>Specks of up to SUV {lost} in the air outside the body are emptied in both images.</source>
            <comment>below</comment>
            <translation>体外の空気中にある最大SUV {lost}の微小な点を、両画像で消去しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>No voxel centre of the image is in the ellipse: nothing was measured.</source>
            <comment>below</comment>
            <translation>楕円内に画像のボクセル中心がありません: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>Part of the ellipse is in slices that were never stored: it was left out.</source>
            <comment>below</comment>
            <translation>楕円の一部が、保存されていないスライスにかかっています: その部分を除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>The ellipse extends beyond the image: what is outside was left out.</source>
            <comment>below</comment>
            <translation>楕円が画像の外にはみ出しています: 画像外の部分を除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/annotations.py" />
            <source>The image is oblique to the plane of the ellipse.</source>
            <comment>below</comment>
            <translation>画像が楕円の面に対して斜めです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A person left it out.</source>
            <comment>below</comment>
            <translation>人が除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>It is in the {organ}, which FDG reaches in health.</source>
            <comment>below</comment>
            <translation>{organ}にあり、健常でもFDGが達する部位です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A burden above a threshold needs SUV; this image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>しきい値以上の腫瘍量にはSUVが必要ですが、この画像の単位は{unit}です。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>A threshold is an SUV above 0, not {level}.</source>
            <comment>below</comment>
            <translation>しきい値は0より大きいSUVです。{level}は使用できません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>{kept} separate places are above {level} {unit}. Take a higher threshold.</source>
            <comment>below</comment>
            <translation>{level} {unit}を超える部位が、離れて{kept}か所あります。しきい値を上げてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/burden.py" />
            <source>It is thin, along the body, and between kidney and bladder, like a ureter.</source>
            <comment>below</comment>
            <translation>細く、体軸に沿い、腎と膀胱の間にあって、尿管のように見えます。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>DL blurred by {compared_fwhm} mm minus {against}, over the local noise; listed from {changed_z} noise SDs, and where only one image shows a focus. Both values are means of 1 mL in the images as they are shown.</source>
            <comment>below</comment>
            <translation>{compared_fwhm} mmでぼかしたDL画像から{against}を引き、局所ノイズで割った値です。ノイズSDの{changed_z}倍以上の箇所と、一方の画像にのみ限局集積がある箇所を一覧に示します。両方の値は、表示されている画像での1 mLの平均です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>At equal resolution the DL image is {side} here than the conventional one by {z} times the local noise.</source>
            <comment>below</comment>
            <translation>分解能を揃えると、ここではDL画像は従来画像より{side}で、差は局所ノイズの{z}倍です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The conventional image shows a focus ({contrast} times its surroundings); the DL image shows none there.</source>
            <comment>below</comment>
            <translation>従来画像には限局集積がありますが（周囲の{contrast}倍）、DL画像にはそこに限局集積がありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The change map needs SUV, and the DL image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>変化マップにはSUVが必要ですが、DL画像の単位は{unit}です。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The {called} image is in {unit} and the DL image in {unit2}. Show both in one unit to compare them.</source>
            <comment>below</comment>
            <translation>{called}の画像の単位は{unit}、DL画像の単位は{unit2}です。比較するには、両方を同じ単位で表示してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The {called} image and the DL image are on different grids ({reference} and {denoised}), so they cannot be compared voxel by voxel. Choose two images on the same reconstruction grid.</source>
            <comment>below</comment>
            <translation>{called}の画像とDL画像のグリッドが異なる（{reference}と{denoised}）ため、ボクセルごとに比較できません。再構成のグリッドが同じ2つの画像を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The conventional image has nothing above {body_suv} {unit}: there is no patient to compare. Check which series is shown.</source>
            <comment>below</comment>
            <translation>従来画像に{body_suv} {unit}を超える部分がありません: 比較する患者が写っていません。表示しているシリーズを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/changes.py" />
            <source>The DL image shows a focus ({contrast} times its surroundings); the conventional one rises there by only {rise} times its noise.</source>
            <comment>below</comment>
            <translation>DL画像には限局集積がありますが（周囲の{contrast}倍）、従来画像のそこでの上昇はノイズの{rise}倍にとどまります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{int} of {size} pixels outside the common field of view, all fainter than SUV {faint_suv}, are emptied in both images.</source>
            <comment>below</comment>
            <translation>共通の撮像視野の外にある{size}画素中{int}画素を、両画像で消去しています。いずれもSUV {faint_suv}より淡い画素です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>Slices at the ends that are empty in one image are cut off both: {high} of {count} are kept.</source>
            <comment>below</comment>
            <translation>一方の画像で空である端のスライスを、両画像から切り取りました: {count}枚中{high}枚を残しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{image} has no values in {which} of {shape}. Open the complete series, or leave this case out.</source>
            <comment>below</comment>
            <translation>{image}: 全{shape}枚のうち、次のスライスに値がありません: {which}。完全なシリーズを開くか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{names} ({first}) and {names2} ({other}) are not on one grid: their voxels are more than {grid_tolerance_mm} mm apart. Images are not resampled for a reader study. Reconstruct both alike, or leave this case out.</source>
            <comment>below</comment>
            <translation>{names}（{first}）と{names2}（{other}）は同じグリッド上にありません: ボクセルが{grid_tolerance_mm} mmを超えて離れています。読影実験では画像をリサンプリングしません。両方を同じ条件で再構成するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>{names} and {names2} have no voxel in common. Leave this case out.</source>
            <comment>below</comment>
            <translation>{names}と{names2}に共通のボクセルがありません。この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>The images have {sizes} and {sizes2} voxels; both are cropped to the {sizes3} that they share.</source>
            <comment>below</comment>
            <translation>画像のボクセル数は{sizes}と{sizes2}です。両方を共通の{sizes3}に切り取りました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>In every slice one of the two images is empty. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>すべてのスライスで、2つの画像のどちらかが空です。別のシリーズを選択するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>Slice {low} is empty in one of the two images only. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>スライス{low}が、2つの画像の一方でのみ空です。別のシリーズを選択するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/common_field.py" />
            <source>The field of view differs: {int} of {size} pixels are empty through all slices of one image, where the other reaches {lost}. A reader would recognise the images by it. Choose other series, or leave this case out.</source>
            <comment>below</comment>
            <translation>撮像視野が異なります: {size}画素中{int}画素が、一方の画像では全スライスで空ですが、もう一方では{lost}に達しています。読影者はこれで画像を見分けられます。別のシリーズを選択するか、この症例を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>AcquisitionTime is missing, so the time to which decay was corrected is unknown.</source>
            <comment>below</comment>
            <translation>AcquisitionTimeがないため、減衰補正の基準時刻が不明です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The date of {name} ({moment}) cannot be right for an acquisition on {first}; its clock time {moment2} is used.</source>
            <comment>below</comment>
            <translation>{name}の日付（{moment}）は、{first}の収集に対して正しいはずがありません。時刻{moment2}のみを使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The header does not say to which time decay was corrected; the start of the first acquisition is used.</source>
            <comment>below</comment>
            <translation>ヘッダーに減衰補正の基準時刻の記載がありません。最初の収集の開始時刻を使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{sentence}, so it is unknown.</source>
            <comment>below</comment>
            <translation>{sentence}。このため、減衰補正の基準時刻は不明です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>AcquisitionTime {first} is the same in all slices although FrameReferenceTime counts on, which points to a decay reference time {moment}: it is unknown which of them decay was corrected to.</source>
            <comment>below</comment>
            <translation>FrameReferenceTimeは進んでいるのにAcquisitionTimeは全スライスで{first}と同じで、減衰補正の基準時刻が{moment}であることを示しています: どちらの時刻に減衰補正されたかは不明です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is taken as the decay reference time, but DecayFactor points to {witness}, {percent} apart in SUV.</source>
            <comment>below</comment>
            <translation>減衰補正の基準時刻として採用: {capital}。ただし、DecayFactorは{witness}を示しています（SUVの差: {percent}）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>The decay reference time {moment} rests on {name} alone, {minutes} min before the first acquisition; if decay was corrected to the acquisition, SUV is {early} higher.</source>
            <comment>below</comment>
            <translation>減衰補正の基準時刻{moment}の根拠は{name}のみで、最初の収集の{minutes} min前です。収集時刻に減衰補正されている場合、SUVはより高くなります（差: {early}）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is taken as the decay reference time, but {name} point{value} to {moment}.</source>
            <comment>below</comment>
            <translation>減衰補正の基準時刻として採用: {capital}。ただし、{name}は{moment}を示しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/decay_reference.py" />
            <source>{capital} is not used as the decay reference time: two other sources point to {moment}, {percent} apart in SUV.</source>
            <comment>below</comment>
            <translation>減衰補正の基準時刻として不採用: {capital}。ほかの2つの情報が{moment}を示しています（SUVの差: {percent}）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} is not on its grid. Resample it back.</source>
            <comment>below</comment>
            <translation>{label}から作成した画像が、元のグリッド上にありません。元のグリッドにリサンプリングしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} is in {unit}, not in {stored_unit}: there is no way back to {unit2}. Convert it first.</source>
            <comment>below</comment>
            <translation>{label}から作成した画像の単位は{stored_unit}ではなく{unit}です: {unit2}に戻す方法がありません。先に変換してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/derivation.py" />
            <source>The image made from {label} contains voxels that are not numbers. It is not used.</source>
            <comment>below</comment>
            <translation>{label}から作成した画像に、数値でないボクセルが含まれています。この画像は使用しません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>The slices are tilted against the direction in which they are stacked, and the filter would blur obliquely. Resample the image to upright slices first.</source>
            <comment>below</comment>
            <translation>スライスが積み重ね方向に対して傾いており、フィルタをかけると斜めにぼけます。先に、画像を傾きのないスライスにリサンプリングしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>{wrong} voxels of the image are not numbers (NaN or infinite), and the filter would spread them. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>画像の{wrong}個のボクセルが数値ではなく（NaNまたは無限大）、フィルタをかけると広がります。スキャナーからシリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>A Gaussian of {fwhm_mm} mm is not a valid filter. Give its full width at half maximum from {low} to {high} mm, such as {conventional_fwhm_mm}.</source>
            <comment>below</comment>
            <translation>{fwhm_mm} mmのガウシアンフィルタは使用できません。半値幅を{low}～{high} mmで指定してください（例: {conventional_fwhm_mm}）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/filters.py" />
            <source>There is not enough memory to filter an image of {nbytes} MB. Close other images or programs.</source>
            <comment>below</comment>
            <translation>{nbytes} MBの画像にフィルタをかけるには、メモリーが足りません。ほかの画像やプログラムを閉じてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/foci.py" />
            <source>Foci are detected by their SUV, and this image is in {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>限局集積はSUVで検出しますが、この画像の単位は{unit}です。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Moved {away} mm from the registered place to the hottest voxel.</source>
            <comment>below</comment>
            <translation>位置合わせした位置から最高集積ボクセルへ{away} mm移動しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Not found on the {proposed} date, where its place has a maximum of {maximum}: taken for the same lesion, below that date's threshold.</source>
            <comment>below</comment>
            <translation>{proposed}の検査日では検出されず、その位置の最大値は{maximum}です: その検査日のしきい値を下回る、同じ病変とみなしています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Its place is outside the other date's image.</source>
            <comment>below</comment>
            <translation>その位置は、別日の画像の外にあります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>An outline of another date: moved as a whole, not drawn on this image. Grow it again before its volume is compared.</source>
            <comment>below</comment>
            <translation>別日の輪郭です: 全体を移動したもので、この画像上で描いたものではありません。体積を比較する前に、領域拡張をやり直してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>No peak within {reach_mm} mm of the registered place, so it stays there.</source>
            <comment>below</comment>
            <translation>位置合わせした位置から{reach_mm} mm以内にピークがないため、その位置のままです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The images are not aligned, so it was not sought on the other date.</source>
            <comment>below</comment>
            <translation>画像の位置合わせがされていないため、別日では探していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Nothing there reaches its threshold.</source>
            <comment>below</comment>
            <translation>そこには、しきい値に達するものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Grown again by its own rule.</source>
            <comment>below</comment>
            <translation>元の規則で領域拡張をやり直しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>Measured in {suvpeak_volume_ml} mL at its place.</source>
            <comment>below</comment>
            <translation>その位置の{suvpeak_volume_ml} mLで測定しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The mask is empty: there is nothing to carry over.</source>
            <comment>below</comment>
            <translation>マスクが空です: 引き継ぐものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/followup.py" />
            <source>The liver threshold is that of the other date.</source>
            <comment>below</comment>
            <translation>肝のしきい値は別日のものです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The contour {leak}: it was cut {radius_mm} mm from the maximum, where it is narrowest. Check it, or take a higher threshold.</source>
            <comment>below</comment>
            <translation>輪郭が広がりすぎています（{leak}）: 最大値の位置から{radius_mm} mmの、最も細い箇所で切りました。輪郭を確認するか、しきい値を上げてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>Grown from the hottest voxel, {away} mm from the click.</source>
            <comment>below</comment>
            <translation>クリック位置から{away} mmの最高集積ボクセルを起点に領域拡張しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>{rule} cannot be drawn in an image in {unit}. Complete the SUV inputs, or take a percentage of the maximum.</source>
            <comment>below</comment>
            <translation>{rule}は、単位が{unit}の画像には描けません。SUV計算条件を補うか、最大値に対する割合を使用してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The PERCIST liver threshold needs a sphere in the liver. Place one, or take another rule.</source>
            <comment>below</comment>
            <translation>PERCISTの肝のしきい値には、肝の球VOIが必要です。肝に球VOIを配置するか、別の規則を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The liver was measured in {unit} and the image is in {unit2}. Measure the liver in the same image.</source>
            <comment>below</comment>
            <translation>肝は{unit}で測定されていますが、画像の単位は{unit2}です。同じ画像で肝を測定してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The click is outside the image. Click into the lesion.</source>
            <comment>below</comment>
            <translation>クリック位置が画像の外です。病変内をクリックしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The threshold of {value} is an SUV of another image; this one is in {unit}. Choose the rule again.</source>
            <comment>below</comment>
            <translation>しきい値{value}は別の画像のSUVで、この画像の単位は{unit}です。規則を選択し直してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>The hottest voxel near the click, {maximum} at {at_mm}, is below {value} {unit}. Take a percentage of the maximum, or click into a hotter place.</source>
            <comment>below</comment>
            <translation>クリック位置付近の最高集積ボクセル（{at_mm}で{maximum}）は、{value} {unit}を下回っています。最大値に対する割合を使用するか、集積のより高い箇所をクリックしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/growing.py" />
            <source>Nothing takes up tracer at {click_mm}. Click into the lesion.</source>
            <comment>below</comment>
            <translation>{click_mm}にはトレーサの集積がありません。病変内をクリックしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>The date of the injection ({stated}) cannot be right for a scan on {start}, so the clock times alone decide: injected at {moment}, {minutes} min before the scan.</source>
            <comment>below</comment>
            <translation>投与の日付（{stated}）は、{start}の撮像に対して正しいはずがないため、時刻のみで判断しています: 投与は{moment}、撮像の{minutes} min前です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{sentence}; only the {which} gives a plausible uptake, and is used.</source>
            <comment>below</comment>
            <translation>{sentence}。妥当な投与後経過時間になるのは一方（{which}）のみで、これを使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>The header has no date of the scan, so the clock times alone decide: injected at {moment}, scanned at {start}.</source>
            <comment>below</comment>
            <translation>ヘッダーに撮像の日付がないため、時刻のみで判断しています: 投与は{moment}、撮像は{start}です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{lost}, and with a half-life of {half_life_s} h the time {clock} alone does not give the day of the injection.</source>
            <comment>below</comment>
            <translation>{lost}。半減期が{half_life_s} hの場合、時刻{clock}だけでは投与日を特定できません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/injection_time.py" />
            <source>{sentence}; the first is used.</source>
            <comment>below</comment>
            <translation>{sentence}。1つ目を使用しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/placing.py" />
            <source>The {site_words} in this image has room for {of_kind} at {places} places, too few for {n} of them. Ask for fewer (at most {a_place}), or leave this size out.</source>
            <comment>below</comment>
            <translation>この画像の{site_words}で{of_kind}を配置できるのは{places}か所で、{n}個には足りません。個数を減らすか（最大{a_place}個）、このサイズを除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/placing.py" />
            <source>The {site_words} in this image has room for {of_kind} at {places} places; at least {fewest_places} are needed. Leave this size or this site out.</source>
            <comment>below</comment>
            <translation>この画像の{site_words}で{of_kind}を配置できるのは{places}か所ですが、少なくとも{fewest_places}か所が必要です。このサイズまたはこの部位を除外してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>A resolution of {fwhm_mm} mm is not that of an unfiltered PET. Give {low} to {high} mm.</source>
            <comment>below</comment>
            <translation>{fwhm_mm} mmは、フィルタなしのPETの分解能ではありません。{low}～{high} mmを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>An insert of {diameter_mm} mm cannot be made. Give {low} to {high} mm.</source>
            <comment>below</comment>
            <translation>{diameter_mm} mmの挿入球は作成できません。{low}～{high} mmを指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>A contrast of {contrast} cannot be put in. Give {low} to {high}, the uptake of a lesion over that of its surroundings.</source>
            <comment>below</comment>
            <translation>コントラスト{contrast}の挿入球は作成できません。病変の集積の、周囲の集積に対する比を{low}～{high}で指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>An insert of {diameter_mm} mm at {centre_mm} is not wholly inside the image. Place it further in.</source>
            <comment>below</comment>
            <translation>{centre_mm}の{diameter_mm} mmの挿入球は、画像内に収まりません。もっと内側に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/inserts/planting.py" />
            <source>There is no uptake at {centre_mm}, so nothing can have a contrast to it. Place the insert inside an organ.</source>
            <comment>below</comment>
            <translation>{centre_mm}には集積がないため、それに対するコントラストを設定できません。挿入球を臓器内に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/loaded.py" />
            <source>The image holds {share} times the injected activity that is left, which is not plausible. Check injected activity, weight and times.</source>
            <comment>below</comment>
            <translation>画像内の放射能は、残存する投与放射能の{share}倍で、妥当ではありません。投与放射能、体重、時刻を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>Different frames of reference: the cursor is linked by coordinates only, which may not be the same place in the patient.</source>
            <comment>below</comment>
            <translation>座標系が異なります: カーソルは座標のみで連動しており、患者の同じ位置とは限りません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>There is no PET image to fuse.</source>
            <comment>below</comment>
            <translation>フュージョンするPET画像がありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>This study has no CT to show under the PET.</source>
            <comment>below</comment>
            <translation>この検査には、PETの下に表示するCTがありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>{label} and {label2} have different frames of reference, so their relative position is not known. Fusion is off.</source>
            <comment>below</comment>
            <translation>{label}と{label2}は座標系が異なるため、相対位置が不明です。フュージョンはオフです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/pairing.py" />
            <source>{label} has no frame of reference: the cursor is linked by coordinates only, which may not be the same place in the patient.</source>
            <comment>below</comment>
            <translation>{label}には座標系がありません: カーソルは座標のみで連動しており、患者の同じ位置とは限りません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>{label}: there is no room for the {discs} discs of the background in the warm water around the spheres: the phantom is cut, or it is another one. Choose a scan of the whole NEMA image-quality phantom.</source>
            <comment>below</comment>
            <translation>{label}: 球の周囲の放射能を含む水に、バックグラウンドの円板{discs}個を置く余地がありません: ファントムが途中で切れているか、別のファントムです。NEMA画質評価用ファントム全体を撮像したものを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>A ratio of {ratio} between spheres and background is not possible. Give the activity concentration of the spheres over that of the background, {ratios} to {ratios2}, such as 10.</source>
            <comment>below</comment>
            <translation>球とバックグラウンドの比{ratio}はあり得ません。バックグラウンドに対する球の放射能濃度の比を、{ratios}～{ratios2}で指定してください（例: 10）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The header does not say how much more activity the spheres hold than the background; {seen} was taken from the {diameters_mm} mm sphere of this image, whose recovery is 1 by that. Give the true one with --ratio.</source>
            <comment>below</comment>
            <translation>ヘッダーに、バックグラウンドに対する球の放射能の比の記載がありません。この画像の{diameters_mm} mmの球から得た{seen}を使用しており、そのため、この球の回復係数は1になります。真の値を--ratioで指定してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The sphere{value} of {faint} mm {value2} not stand out of the noise; the figures are of the noise where it must be. Scan longer.</source>
            <comment>below</comment>
            <translation>{faint} mmの球はノイズから区別できません。数値は、球があるはずの位置でのノイズの値です。撮像時間を延ばしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The plane of the spheres is tilted by {tilt_deg}° against the slices; the background's discs lie in the tilted plane. Level the phantom for a test by NEMA NU 2.</source>
            <comment>below</comment>
            <translation>球の面がスライスに対して{tilt_deg}°傾いています。バックグラウンドの円板は、その傾いた面内にあります。NEMA NU 2の試験では、ファントムを水平に設置してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The scan ends before the background's planes at {missing} from the spheres; the others alone were measured ({discs} discs of {discs2}).</source>
            <comment>below</comment>
            <translation>撮像範囲が、球から{missing}にあるバックグラウンドの面に届いていません。ほかの面のみを測定しました（円板{discs2}個中{discs}個）。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/figures.py" />
            <source>The ratio of {ratio} does not fit the image: its {diameters_mm} mm sphere has {seen}. Check both activities, their times and --ratio.</source>
            <comment>below</comment>
            <translation>比{ratio}は画像と合いません: {diameters_mm} mmの球では{seen}です。両方の放射能とその時刻、--ratioを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: there is no warm water of a phantom in it. The NEMA image-quality phantom has activity in its background too; its spheres alone have no ratio.</source>
            <comment>below</comment>
            <translation>{label}: ファントムの、放射能を含む水が見つかりません。NEMA画質評価用ファントムは、バックグラウンドにも放射能を含みます。球だけでは比が求まりません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: the spheres of a NEMA image-quality phantom were not found: six on a circle of {value} mm in warm water, of which at least {fewest_spots} must be visible. Choose a scan of that phantom, with activity in its background and its spheres, long enough to see them.</source>
            <comment>below</comment>
            <translation>{label}: NEMA画質評価用ファントムの球が見つかりませんでした: 放射能を含む水の中で、{value} mmの円上に6個あり、そのうち少なくとも{fewest_spots}個が見える必要があります。バックグラウンドと球に放射能を入れ、球が見えるだけの時間をかけて、このファントムを撮像したものを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: the phantom is cut; {lost} of its six spheres {value} not wholly in the image. Export all slices of the scan, or scan the whole phantom.</source>
            <comment>below</comment>
            <translation>{label}: ファントムが途中で切れています。6個の球のうち{lost}個は、全体が画像内に入っていません。撮像した全スライスを書き出すか、ファントム全体を撮像してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: {cold} of the six spheres {value} cold. Recoveries by EARL and contrast by NEMA NU 2-2018 need activity in all six. Fill them all.</source>
            <comment>below</comment>
            <translation>{label}: 6個の球のうち{cold}個に放射能がありません。EARLの回復係数とNEMA NU 2-2018のコントラストには、6個すべてに放射能が必要です。すべての球に充填してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: spots on a circle were found, but the brightest does not look like a sphere of {diameters_mm} mm in warm water. Choose a scan of the NEMA image-quality phantom with hot spheres.</source>
            <comment>below</comment>
            <translation>{label}: 円上に並ぶ点は見つかりましたが、最も明るい点が、放射能を含む水の中の{diameters_mm} mmの球に見えません。球に放射能を入れたNEMA画質評価用ファントムを撮像したものを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/phantom/finding.py" />
            <source>{label}: fewer than {fewest_spots} spheres stand out of the noise. Scan longer, or with more activity in the spheres.</source>
            <comment>below</comment>
            <translation>{label}: ノイズから区別できる球が{fewest_spots}個未満です。撮像時間を延ばすか、球の放射能を増やしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/planar.py" />
            <source>Corrected by hand with brush or eraser.</source>
            <comment>below</comment>
            <translation>ブラシまたは消しゴムで手動修正しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>SULmean {now} now, {before} before: {difference}, {percent} %.</source>
            <comment>below</comment>
            <translation>SULmean 今回{now}、前回{before}: {difference}、{percent} %。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>SUVmax of the liver {maximum}, of the mediastinal blood pool {maximum2}.</source>
            <comment>below</comment>
            <translation>SUVmax: 肝{maximum}、縦隔血液プール{maximum2}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Measurable on the prior date from SULpeak {words}.</source>
            <comment>below</comment>
            <translation>前回の検査日に測定可能とするSULpeakの下限: {words}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The hottest lesion of the prior date, {name} with SULpeak {sul_before}, is below {sul}: the disease is not measurable.</source>
            <comment>below</comment>
            <translation>前回の検査日の最高集積病変は{name}（SULpeak {sul_before}）で、{sul}を下回っています: 測定可能病変がありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was measured on the current date, not even at its place.</source>
            <comment>below</comment>
            <translation>今回の検査日では、病変を測定していません。病変の位置での測定もありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Hottest lesion: SULpeak {sul_before} ({name}) → {sul_now} ({name2}): {difference} SUL, {percent} %.</source>
            <comment>below</comment>
            <translation>最高集積病変: SULpeak {sul_before}（{name}）→ {sul_now}（{name2}）: {difference} SUL、{percent} %。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Neither a rise nor a fall of at least {bounds}, and no new lesion.</source>
            <comment>below</comment>
            <translation>{bounds}以上の上昇も低下もなく、新規病変もありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was found above the threshold; 1 is no uptake above background.</source>
            <comment>below</comment>
            <translation>しきい値を超える病変は見つかりませんでした。1は、バックグラウンドを超える集積がないことを示します。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Hottest lesion: {name}, SUVmax {maximum}: {why}.</source>
            <comment>below</comment>
            <translation>最高集積病変: {name}、SUVmax {maximum}: {why}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The score is for lymphoma; the images do not say what the disease is.</source>
            <comment>below</comment>
            <translation>このスコアは悪性リンパ腫用です。どの疾患かは画像からは分かりません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The {name} image has no SUL.</source>
            <comment>below</comment>
            <translation>画像（{name}）にSULがありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The {name} image has no sphere in the {what}.</source>
            <comment>below</comment>
            <translation>画像（{name}）に、次の部位の球VOIがありません: {what}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>No lesion was measured on the prior date.</source>
            <comment>below</comment>
            <translation>前回の検査日では、病変を測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Not in view on the other date: {not_in_view}.</source>
            <comment>below</comment>
            <translation>別日の撮像視野にないもの: {not_in_view}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>New: {names}. That is progression if it is typical of cancer and not of inflammation, which a person judges.</source>
            <comment>below</comment>
            <translation>新規: {names}。炎症ではなく癌に典型的な所見であれば増悪です。その判断は人が行います。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A rise of at least {bounds} is progression.</source>
            <comment>below</comment>
            <translation>{bounds}以上の上昇は増悪です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The lesions' TLG rose by {grown} %, at least {tlg_percent} %, and SULpeak did not fall.</source>
            <comment>below</comment>
            <translation>病変のTLGが{grown} %増加し（基準: {tlg_percent} %以上）、SULpeakは低下していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>Every lesion is below the liver's mean SUL of {liver}; it must also be indistinguishable from blood pool around it, which a person judges.</source>
            <comment>below</comment>
            <translation>すべての病変が、肝の平均SUL {liver}を下回っています。さらに、周囲の血液プールと区別できないことも必要で、その判断は人が行います。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A fall of at least {bounds}, and no new lesion, is a response.</source>
            <comment>below</comment>
            <translation>{bounds}以上の低下があり、新規病変がない場合は奏効です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>At least 10 days after chemotherapy and 8 to 12 weeks after radiotherapy: the images do not say.</source>
            <comment>below</comment>
            <translation>化学療法後10日以上、放射線治療後8～12週: 画像からは分かりません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>A scanner is not named in the header.</source>
            <comment>below</comment>
            <translation>スキャナー名がヘッダーにない検査があります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>An uptake time is unknown.</source>
            <comment>below</comment>
            <translation>投与後経過時間が不明な検査があります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The uptake time is unknown.</source>
            <comment>below</comment>
            <translation>投与後経過時間が不明です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>An injected activity is unknown.</source>
            <comment>below</comment>
            <translation>投与放射能が不明な検査があります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <location filename="../../station/quality/header_checks.py" />
            <source>The header does not give the blood glucose.</source>
            <comment>below</comment>
            <translation>ヘッダーに血糖値の記載がありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The current date was not searched for lesions.</source>
            <comment>below</comment>
            <translation>今回の検査日では病変を探索していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>New, if due to lymphoma: {names}. Then the score is 5.</source>
            <comment>below</comment>
            <translation>新規（悪性リンパ腫による場合）: {names}。その場合、スコアは5です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver was not measured.</source>
            <comment>below</comment>
            <translation>肝を測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The mediastinal blood pool was not measured.</source>
            <comment>below</comment>
            <translation>縦隔血液プールを測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver is hotter than the blood pool.</source>
            <comment>below</comment>
            <translation>肝の集積は血液プールより高いです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver was not measured on both dates.</source>
            <comment>below</comment>
            <translation>肝の測定値が両検査日でそろっていません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver is not hotter than the blood pool: the score's steps overlap.</source>
            <comment>below</comment>
            <translation>肝の集積が血液プールより高くありません: スコアの段階が重なります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/response.py" />
            <source>The liver or the blood pool was not measured.</source>
            <comment>below</comment>
            <translation>肝または血液プールを測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>"{tissue}" is not a tissue type of this protocol{guess} The types are: {tissues}.</source>
            <comment>below</comment>
            <translation>「{tissue}」はこのプロトコルの組織の種類ではありません{guess} 使用できる種類: {tissues}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>The protocol allows at most {at_most} a patient, and {total} are placed. Delete one, or give a reason to measure more.</source>
            <comment>below</comment>
            <translation>プロトコルで許容されるのは患者あたり最大{at_most}ですが、すでに{total}個配置されています。1つ削除するか、さらに測定する理由を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/sites.py" />
            <source>The protocol allows at most {at_most_per_tissue} of one tissue type, and {placed} of type "{tissue}" are placed. Delete one, or give a reason to measure more.</source>
            <comment>below</comment>
            <translation>プロトコルで許容されるのは組織の種類ごとに最大{at_most_per_tissue}ですが、種類「{tissue}」がすでに{placed}個配置されています。1つ削除するか、さらに測定する理由を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} covers only {series} mm, about one bed: organs are not found reliably in so little of a body. Choose a scan of the trunk or of the whole body.</source>
            <comment>below</comment>
            <translation>{label}の範囲は{series} mmで、ほぼ1ベッド分しかありません。この範囲では臓器を確実に見つけられません。体幹部または全身の撮像を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>The tracer is {name}, but the denoiser was trained on FDG only.</source>
            <comment>below</comment>
            <translation>トレーサは{name}ですが、ノイズ低減ネットワークはFDGのみで学習しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} covers only {series} mm; the denoiser was made for whole-body studies and is not designed for the brain.</source>
            <comment>below</comment>
            <translation>{label}の範囲は{series} mmのみです。ノイズ低減ネットワークは全身検査用で、脳用には設計されていません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} comes from a real scanner ({value}), but the denoiser was trained on a simulated one and was not tested on this one.</source>
            <comment>below</comment>
            <translation>{label}は実在のスキャナー（{value}）の画像ですが、ノイズ低減ネットワークはシミュレーションで学習し、このスキャナーでは検証されていません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say with how many iterations and subsets it was reconstructed; the denoiser was trained on {wanted}.</source>
            <comment>below</comment>
            <translation>{label}には再構成のイテレーション数とサブセット数の記載がありません。ノイズ低減ネットワークの学習条件: {wanted}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} has no SUV, which the denoiser needs. Complete its SUV inputs, or choose another series.</source>
            <comment>below</comment>
            <translation>{label}にはノイズ低減に必要なSUVがありません。SUV計算条件を補うか、別のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say in which unit its values are, so its slices cannot be filtered together. Export it again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>{label}には値の単位の記載がなく、スライスをまとめてフィルタ処理できません。Unitsを付けてスキャナーからもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>The study already has a DL image of this series: {label}.</source>
            <comment>below</comment>
            <translation>この検査にはこのシリーズのDL画像がすでにあります: {label}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is not a PET image. Choose an unfiltered PET series.</source>
            <comment>below</comment>
            <translation>{label}はPET画像ではありません。フィルタなしのPETシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is one of several images in one series (time frames, gates or stacks), which neither denoiser nor filter supports. Choose a static series.</source>
            <comment>below</comment>
            <translation>{label}は1つのシリーズに含まれる複数の画像（時間フレーム、ゲートまたはスタック）の1つで、ノイズ低減もフィルタも対応していません。静態のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is a projection, or was not corrected for attenuation. Choose an attenuation-corrected PET series of slices.</source>
            <comment>below</comment>
            <translation>{label}は投影像か、減弱補正されていません。減弱補正されたスライスのPETシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is {of_dl}. Choose the unfiltered series that it was made from.</source>
            <comment>below</comment>
            <translation>{label}は{of_dl}です。元になったフィルタなしのシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was already filtered ("{known}"){of_filtered}. Choose the series without a post-filter.</source>
            <comment>below</comment>
            <translation>{label}はすでにフィルタ処理されています（「{known}」）{of_filtered}。ポストフィルタなしのシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say whether it was filtered; one that was filtered must not be {done}. Choose a series that says it is unfiltered, or treat this one as unfiltered if you know that it is.</source>
            <comment>below</comment>
            <translation>{label}にはフィルタ処理の有無の記載がありません。フィルタ処理済みの画像に次の処理はできません: {done}。フィルタなしと記載されたシリーズを選択するか、確実にわかっている場合はこのシリーズをフィルタなしとして扱ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say which tracer was given; the denoiser was trained on FDG only.</source>
            <comment>below</comment>
            <translation>{label}にはトレーサの記載がありません。ノイズ低減ネットワークはFDGのみで学習しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} shows only the head, for which the denoiser is not designed; it was made for whole-body studies.</source>
            <comment>below</comment>
            <translation>{label}は頭部のみです。ノイズ低減ネットワークは全身検査用で、頭部用には設計されていません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} is shown in {unit}, but the denoiser works in SUVbw. Show it in SUVbw.</source>
            <comment>below</comment>
            <translation>{label}は{unit}で表示されていますが、ノイズ低減はSUVbwで行われます。SUVbwで表示してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} does not say whether it was filtered and is treated as unfiltered; if it was filtered, the DL image is wrong.</source>
            <comment>below</comment>
            <translation>{label}にはフィルタ処理の有無の記載がなく、フィルタなしとして扱います。フィルタ処理されていた場合、DL画像は誤りです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{missing} of its {missing2} slices {value} missing; next to the gaps the denoiser sees less than in training.</source>
            <comment>below</comment>
            <translation>{missing2}枚中{missing}枚のスライスが欠けています。欠損の隣では、ネットワークが見る情報が学習時より少なくなります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was not corrected for attenuation, so its values are not uptake. Choose the attenuation-corrected series.</source>
            <comment>below</comment>
            <translation>{label}は減弱補正されていないため、値は集積を表しません。減弱補正されたシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suitability.py" />
            <source>{label} was reconstructed with {stated} iterations and {stated2} subsets, but the denoiser was trained on {wanted}: its noise is another.</source>
            <comment>below</comment>
            <translation>{label}はイテレーション{stated}回、サブセット{stated2}で再構成されていますが、ノイズ低減ネットワークの学習条件は{wanted}で、ノイズの性質が異なります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is CNTS, and neither the Philips SUV factor (7053,1000) nor the activity factor (7053,1009) says what a count is. Export the series with its private attributes.</source>
            <comment>below</comment>
            <translation>UnitsはCNTSですが、PhilipsのSUV係数(7053,1000)も放射能係数(7053,1009)もなく、カウントの意味がわかりません。プライベート属性を含めてシリーズを書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is missing, so the meaning of the stored values is unknown, and there is no SUV. Export the series again from the scanner with its Units.</source>
            <comment>below</comment>
            <translation>Unitsがないため、保存された値の意味が不明で、SUVはありません。Unitsを付けてスキャナーからシリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units}, but the scale to it (RescaleSlope and RescaleIntercept) is missing or incomplete, and there is no SUV. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>Unitsは{units}ですが、その換算値（RescaleSlopeとRescaleIntercept）がないか不完全なため、SUVはありません。スキャナーからシリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The Philips SUV factor (7053,1000) {suv_factor} g/mL is used, but the activity factor (7053,1009), weight, dose and times give {computed} g/mL, {apart} apart.</source>
            <comment>below</comment>
            <translation>PhilipsのSUV係数(7053,1000) {suv_factor} g/mLを使用しますが、放射能係数(7053,1009)、体重、投与量、時刻からは{computed} g/mLとなり、差は{apart}です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units} but SUVType is {stored_type}: the header contradicts itself, so it is unknown which SUV the values are.</source>
            <comment>below</comment>
            <translation>Unitsは{units}ですが、SUVTypeは{stored_type}です。ヘッダーが矛盾しており、値がどのSUVか不明です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage is missing; that the values are SUV rests on Units alone.</source>
            <comment>below</comment>
            <translation>CorrectedImageがありません。値がSUVであることの根拠はUnitsのみです。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage is missing, so it is unknown whether attenuation and decay were corrected, and there is no SUV. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>CorrectedImageがないため、減弱補正と減衰補正の有無が不明で、SUVはありません。スキャナーからシリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The series description says that attenuation was not corrected, but CorrectedImage lists ATTN and AttenuationCorrectionMethod is {method}.</source>
            <comment>below</comment>
            <translation>シリーズの説明では減弱補正なしとされていますが、CorrectedImageにはATTNがあり、AttenuationCorrectionMethodは{method}です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is {decay}, but CorrectedImage does not list DECY: it is unknown whether the values are corrected for decay, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrectionは{decay}ですが、CorrectedImageにDECYがありません。値が減衰補正されているか不明で、SUVはありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage lists DECY, but DecayCorrection is NONE and every DecayFactor is 1; the values are treated as not corrected for decay.</source>
            <comment>below</comment>
            <translation>CorrectedImageにDECYがありますが、DecayCorrectionはNONEで、すべてのDecayFactorが1です。値は減衰補正されていないものとして扱います。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is ADMIN, but DecayFactor says that decay was corrected to {moment}, the start of the scan, and not to the injection ({injection}): {from_injection} apart in SUV, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrectionはADMINですが、DecayFactorによれば減衰は投与（{injection}）ではなく撮像開始の{moment}に補正されています。SUVで{from_injection}の差があるため、SUVは表示されません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The injection is {longest} half-lives from the scan. Check both times.</source>
            <comment>below</comment>
            <translation>投与と撮像が半減期の{longest}倍離れています。両方の時刻を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The body mass index of {body_mass_index} kg/m² is unusual; check weight and height.</source>
            <comment>below</comment>
            <translation>BMIが{body_mass_index} kg/m²で、通常の範囲を外れています。体重と身長を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The injection is only {uptake_min} min before the scan, which is not dynamic. Check both times.</source>
            <comment>below</comment>
            <translation>投与は撮像のわずか{uptake_min}分前ですが、ダイナミック撮像ではありません。両方の時刻を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>CorrectedImage does not list DECY: the values are labelled SUV but were not corrected for decay. Open the decay-corrected series.</source>
            <comment>below</comment>
            <translation>CorrectedImageにDECYがありません。値はSUVとされていますが、減衰補正されていません。減衰補正されたシリーズを開いてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The uptake time is unknown: the injection or the acquisition has no time, or the injection is after the scan. The stored SUVs do not need it.</source>
            <comment>below</comment>
            <translation>投与後経過時間が不明です。投与または撮像の時刻がないか、投与が撮像より後です。保存されたSUVには必要ありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>DecayCorrection is NONE, but CorrectedImage lists DECY and {says}: the time to which decay was corrected is unknown, and there is no SUV.</source>
            <comment>below</comment>
            <translation>DecayCorrectionはNONEですが、CorrectedImageにDECYがあり、{says}。減衰補正の基準時刻が不明で、SUVはありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>AcquisitionTime is the same in all slices although FrameReferenceTime counts on; each slice is taken as acquired that much later.</source>
            <comment>below</comment>
            <translation>FrameReferenceTimeは進んでいるのに、AcquisitionTimeがすべてのスライスで同じです。各スライスはその分だけ後に収集されたものとします。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>James' lean body mass falls with weight at this body mass index; SUL (Janmahasatian) does not.</source>
            <comment>below</comment>
            <translation>このBMIでは、Jamesの除脂肪体重は体重とともに減少します。SUL（Janmahasatian）は減少しません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>The typed {lower} changes nothing: with Units {units} and DecayCorrection {decay_correction} SUV does not depend on it.</source>
            <comment>below</comment>
            <translation>入力した{lower}では何も変わりません。Unitsが{units}、DecayCorrectionが{decay_correction}の場合、SUVはこれに依存しません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv.py" />
            <source>Units is {units}, from which no SUV can be computed. SUV needs BQML, CNTS with the Philips factors, GML or CM2ML.</source>
            <comment>below</comment>
            <translation>Unitsは{units}で、SUVを計算できません。SUVには、BQML、Philipsの係数付きのCNTS、GMLまたはCM2MLが必要です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>RadionuclideHalfLife is missing; that of {nuclide} is used.</source>
            <comment>below</comment>
            <translation>RadionuclideHalfLifeがありません。{nuclide}の半減期を使用します。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{title} is {value}, which is unusual.</source>
            <comment>below</comment>
            <translation>{title}: {value}は通常の範囲を外れています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{sentence}; the first fits {name}.</source>
            <comment>below</comment>
            <translation>{sentence}; 最初の値は{name}に合います。</translation>
        </message>
        <message>
            <location filename="../../station/pet/suv_rules.py" />
            <source>{sentence}, which fits {name} and is used.</source>
            <comment>below</comment>
            <translation>{sentence}; これは{name}に合うため使用します。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The two images are of different patients: their IDs differ.</source>
            <comment>below</comment>
            <translation>2つの画像は別の患者のものです: 患者IDが異なります。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The tracers differ: {names} now, {names2} before. Their uptake is not comparable.</source>
            <comment>below</comment>
            <translation>トレーサが異なります: 今回{names}、前回{names2}。集積は比較できません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The scanners differ: {value} now, {value2} before.</source>
            <comment>below</comment>
            <translation>スキャナーが異なります: 今回{value}、前回{value2}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The reconstructions differ: {value} now, {value2} before.</source>
            <comment>below</comment>
            <translation>再構成が異なります: 今回{value}、前回{value2}。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The current image is {role}, the prior one {role2}.</source>
            <comment>below</comment>
            <translation>今回の画像は{role}、前回の画像は{role2}です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>A patient's ID is missing: two people's images may not be subtracted.</source>
            <comment>below</comment>
            <translation>患者IDがない画像があります: 別人の画像どうしの差分を取ってはなりません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>{different} Nothing is compared between them.</source>
            <comment>below</comment>
            <translation>{different}両画像の比較は一切行いません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The current image is in {units}, the prior one in {units2}. Show both in one unit.</source>
            <comment>below</comment>
            <translation>今回の画像の単位は{units}、前回は{units2}です。両方を同じ単位で表示してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The patient's weight is {now} kg now and was {before} kg: SUVbw changes with it, SUL hardly.</source>
            <comment>below</comment>
            <translation>患者の体重は今回{now} kg、前回{before} kgです: SUVbwは体重に伴って変化しますが、SULはほとんど変化しません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/timepoint.py" />
            <source>The header of the {name} image does not say which tracer it is.</source>
            <comment>below</comment>
            <translation>画像（{name}）のヘッダーに、トレーサの記載がありません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The mask is on another grid than the image: a voxel of the image is inside if its centre is in a voxel of the mask.</source>
            <comment>below</comment>
            <translation>マスクのグリッドが画像と異なります: 画像のボクセルは、その中心がマスクのボクセル内にあれば内側とみなします。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>A threshold of SUV {value} cannot be drawn in an image in {unit}: nothing was measured. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>SUV {value}のしきい値は、単位が{unit}の画像には描けません: 何も測定していません。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The {what} extends beyond the image: {part} of it was left out.</source>
            <comment>below</comment>
            <translation>画像の外にはみ出しています（{what}）: その{part}を除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The mask is empty: nothing was measured.</source>
            <comment>below</comment>
            <translation>マスクが空です: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The sphere of interest contains no voxel of the image: nothing was measured.</source>
            <comment>below</comment>
            <translation>関心球に画像のボクセルが含まれていません: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The threshold of {value} was set in {unit}; this image is in {unit2}: nothing was measured. Grow the contour again.</source>
            <comment>below</comment>
            <translation>しきい値{value}は{unit}で設定されていますが、この画像の単位は{unit2}です: 何も測定していません。輪郭の領域拡張をやり直してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>{part} of the VOI's voxels in the image have no value (slices that were never stored) and were left out.</source>
            <comment>below</comment>
            <translation>画像内のVOIのボクセルのうち{part}は値がなく（保存されていないスライス）、除外しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The 1 mL sphere of the peak extends beyond the image or into slices that were never stored: only {peak_part} of it was averaged.</source>
            <comment>below</comment>
            <translation>ピークの1 mLの球が画像の外、または保存されていないスライスにかかっています: その{peak_part}のみを平均しました。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The PERCIST liver threshold is an SUV; the liver VOI measures {unit}. Complete the SUV inputs.</source>
            <comment>below</comment>
            <translation>PERCISTの肝のしきい値はSUVですが、肝のVOIの測定値の単位は{unit}です。SUV計算条件を補ってください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The liver VOI measures nothing in this image. Move it into the liver to get the PERCIST threshold.</source>
            <comment>below</comment>
            <translation>肝のVOIは、この画像では何も測定していません。PERCISTのしきい値を得るには、VOIを肝の中に移動してください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre of the image is in the mask: nothing was measured.</source>
            <comment>below</comment>
            <translation>マスク内に画像のボクセル中心がありません: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel in the sphere of interest reaches {level} {unit}: nothing was measured.</source>
            <comment>below</comment>
            <translation>関心球内に{level} {unit}に達するボクセルがありません: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The contour extends beyond its sphere of interest and was cut there. Make the sphere larger to include all of it.</source>
            <comment>below</comment>
            <translation>輪郭が関心球の外に広がり、そこで切られています。全体を含めるには、関心球を大きくしてください。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The sphere of interest extends beyond the image.</source>
            <comment>below</comment>
            <translation>関心球が画像の外にはみ出しています。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>PERCIST is defined for SUL; this image is in {unit}.</source>
            <comment>below</comment>
            <translation>PERCISTはSULで定義されていますが、この画像の単位は{unit}です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>The VOI is outside the image: nothing was measured.</source>
            <comment>below</comment>
            <translation>VOIが画像の外にあります: 何も測定していません。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre is inside the VOI: maximum, minimum and peak are those of the voxel that contains its centre.</source>
            <comment>below</comment>
            <translation>VOI内にボクセル中心がありません: 最大値、最小値、ピークは、VOIの中心を含むボクセルの値です。</translation>
        </message>
        <message>
            <location filename="../../station/pet/voi.py" />
            <source>No voxel centre of the image is inside the VOI: there is no maximum, minimum or peak.</source>
            <comment>below</comment>
            <translation>VOI内に画像のボクセル中心がありません: 最大値、最小値、ピークはありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The patient of {label} {small}; grades were learned from adults. Judge the image by eye and by the checks.</source>
            <comment>below</comment>
            <translation>{label}の患者: {small}。グレードは成人で学習しました。目視とチェックで画像を判断してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The tracer of {label} is {name}, and grades were learned from FDG only.</source>
            <comment>below</comment>
            <translation>{label}のトレーサは{name}ですが、グレードはFDGで学習しました。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} is {other_noise}, whose noise differs from that of the network's training images, which are reconstructed and filtered for reading. The grade of the conventional series shows how good the scan is.</source>
            <comment>below</comment>
            <translation>{label}は{other_noise}で、読影用に再構成・フィルタ処理された学習画像とはノイズが異なります。撮像の良さは従来画像のシリーズのグレードでわかります。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{value} % of the voxels of {label} have no value. Export the series again from the scanner.</source>
            <comment>below</comment>
            <translation>{label}のボクセルの{value} %に値がありません。スキャナーからシリーズをもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} covers {length} mm of the patient; grades were learned from scans from the skull base or the crown to mid-thigh.</source>
            <comment>below</comment>
            <translation>{label}の範囲は患者の{length} mmです。グレードは頭蓋底または頭頂から大腿中部までの撮像で学習しました。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>Neither liver nor lungs were found in {label}: it does not show a body like those in the training data, or it is rotated. Check what was scanned.</source>
            <comment>below</comment>
            <translation>{label}に肝も肺も見つかりません。学習データのような身体が写っていないか、回転しています。何が撮像されたか確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The head is at the foot end of {label}, where grades look for what breathing and motion do above the liver. Check the orientation at export and judge it by eye.</source>
            <comment>below</comment>
            <translation>{label} では頭が足側にあります。グレードは肝臓の上方で呼吸と体動の影響を調べるため、判定できません。書き出し時の向きを確認し、目視で判断してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>It is close to the limit between Poor and Good: judge it by eye.</source>
            <comment>below</comment>
            <translation>PoorとGoodの境界に近い値です。目視で判断してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>Grades come from simulated scanners only; the grade was not tested on this one.</source>
            <comment>below</comment>
            <translation>グレードはシミュレーションのスキャナーのみで学習したもので、このスキャナーでは検証されていません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The header does not name the tracer; grades were learned from FDG only.</source>
            <comment>below</comment>
            <translation>ヘッダーにトレーサの記載がありません。グレードはFDGで学習しました。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The liver was not found.</source>
            <comment>below</comment>
            <translation>肝が見つかりませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>The patient seems to be mirrored or rotated.</source>
            <comment>below</comment>
            <translation>患者が左右反転または回転しているようです。</translation>
        </message>
        <message>
            <location filename="../../station/quality/assessment.py" />
            <source>{label} is unlike the images that grades were learned from ({distance} times as far away as the limit), so its grade would be meaningless. Judge it by eye and by the checks.</source>
            <comment>below</comment>
            <translation>{label}はグレードの学習画像に似ておらず（距離は限界の{distance}倍）、グレードは意味を持ちません。目視とチェックで判断してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>The study has no CT in the PET's frame of reference.</source>
            <comment>below</comment>
            <translation>この検査には、PETと同じFrame of ReferenceのCTがありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is in {unit}, and the checks need SUVbw.</source>
            <comment>below</comment>
            <translation>{label}の単位は{unit}ですが、チェックにはSUVbwが必要です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is one of several images in one series (time frames, gates or stacks), but the checks are for a static scan. Choose a static series.</source>
            <comment>below</comment>
            <translation>{label}は1つのシリーズに含まれる複数の画像（時間フレーム、ゲートまたはスタック）の1つですが、チェックは静態撮像用です。静態のシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is a projection, or was not corrected for attenuation, so its values are not uptake. Choose an attenuation-corrected PET series of slices.</source>
            <comment>below</comment>
            <translation>{label}は投影像か、減弱補正されていないため、値は集積を表しません。減弱補正されたスライスのPETシリーズを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} is empty: no voxel is above 0. Export it again from the scanner.</source>
            <comment>below</comment>
            <translation>{label}は空です。0を超えるボクセルがありません。スキャナーからもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/checks.py" />
            <source>{label} has no value in any voxel. Export it again from the scanner.</source>
            <comment>below</comment>
            <translation>{label}には値のあるボクセルがありません。スキャナーからもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/control_chart.py" />
            <source>Individuals chart (Shewhart): the mean of the first {baseline} images; SD = mean moving range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956).</source>
            <comment>below</comment>
            <translation>個々の値の管理図（Shewhart）: 平均は最初の{baseline}画像の平均、SD = 2点移動範囲の平均 / 1.128、限界は2 SDと3 SDで、以後固定（NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2）。印は、Western Electricルール（1956）に該当する点です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The tracer is {name}, and the limits are for FDG.</source>
            <comment>below</comment>
            <translation>トレーサは{name}ですが、限界値はFDG用です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>No liver was found ({what_is_seen}). If it is in view, place the sphere by hand.</source>
            <comment>below</comment>
            <translation>肝が見つかりませんでした（{what_is_seen}）。写っている場合は、球を手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, placed automatically.</source>
            <comment>below</comment>
            <translation>肝の3 mLで測定しました（自動配置）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The header does not say which tracer was given, and the limits are for FDG.</source>
            <comment>below</comment>
            <translation>ヘッダーにトレーサの記載がありません。限界値はFDG用です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>The head is at the foot end of the image, so no organ can be trusted.</source>
            <comment>below</comment>
            <translation>頭部が画像の足側の端にあるため、どの臓器も信頼できません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>What looks like the liver is on the patient's left. Check the orientation; then place the sphere by hand.</source>
            <comment>below</comment>
            <translation>肝のように見えるものが患者の左側にあります。向きを確認してから、球を手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, placed by hand.</source>
            <comment>below</comment>
            <translation>肝の3 mLで測定しました（手動配置）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>Measured in 3 mL of the liver, found in the PET alone, which is less reliable: check that it is in the liver.</source>
            <comment>below</comment>
            <translation>PETのみで見つけた肝の3 mLで測定しました。信頼性が低いため、球が肝内にあるか確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>There is no number to measure there.</source>
            <comment>below</comment>
            <translation>そこには測定できる値がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/examined.py" />
            <source>{label} has no header values for SUL.</source>
            <comment>below</comment>
            <translation>{label}にはSULのためのヘッダー値がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/shipping.py" />
            <source>{run} is not a finished training of the finder: {weights} is missing.</source>
            <comment>below</comment>
            <translation>{run}は、検出モデルの完了した学習ではありません: {weights}がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/training.py" />
            <source>{path} belongs to a training with another recipe. Choose another folder.</source>
            <comment>below</comment>
            <translation>{path}は、設定の異なる学習のものです。別のフォルダーを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/finder/weights.py" />
            <source>Finds liver, spleen, lungs, heart, blood pool, brain, kidneys, bladder, gut, muscle and arms in a PET of the trunk, with or without a CT, and whether the patient is mirrored, upside down or back to front. It has never seen a scanner's image: only label maps whose uptake, blur, noise and field of view were drawn at random. It does not find disease.</source>
            <comment>below</comment>
            <translation>体幹のPETから、CTの有無を問わず、肝、脾、肺、心、血液プール、脳、腎、膀胱、腸管、筋、腕を検出し、患者が左右反転、上下逆、前後逆になっていないかを調べます。実際のスキャナーの画像は一度も学習していません: 学習に用いたのは、集積、ぼけ、ノイズ、撮像視野を無作為に与えたラベルマップのみです。疾患は検出しません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <source>{minutes} min from injection to acquisition.</source>
            <comment>below</comment>
            <translation>投与から撮像まで{minutes}分です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <source>The injection or the acquisition has no time in the header, or the injection is after the scan. Enter the injection in SUV inputs.</source>
            <comment>below</comment>
            <translation>ヘッダーに投与または撮像の時刻がないか、投与が撮像より後です。SUV計算条件に投与時刻を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/header_checks.py" />
            <location filename="../../station/quality/image_checks.py" />
            <source>The header has no dose.</source>
            <comment>below</comment>
            <translation>ヘッダーに投与量がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No slice is missing.</source>
            <comment>below</comment>
            <translation>欠けたスライスはありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Every voxel of the stored slices has a value.</source>
            <comment>below</comment>
            <translation>保存されたスライスのすべてのボクセルに値があります。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Over {length} mm the {what} touch the edge of the {fields}'s field of view.</source>
            <comment>below</comment>
            <translation>{length} mmにわたり、次の部位が{fields}の視野の端に接しています: {what}。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{value} % of the decayed dose in {value2} % of the body's weight ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>体重の{value2} %に減衰後の投与量の{value} %があります（{what_is_seen}）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>A focus of SUV {highest} at an arm contains {percent} % of the dose: an extravasation or a lesion. Please look.</source>
            <comment>below</comment>
            <translation>腕にSUV {highest}の集積があり、投与量の{percent} %を含みます。血管外漏出または病変です。確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{share} % of the liver is right of the body's middle; the rest of the body does not look mirrored. Please look.</source>
            <comment>below</comment>
            <translation>肝の{share} %が身体の正中より右にありますが、身体のほかの部分は左右反転しているように見えません。確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The PET is shifted {z} mm towards the {value}, {y} mm to the {value2} and {x} mm to the {value3} of the CT, turned by {rotation_deg}°.</source>
            <comment>below</comment>
            <translation>PETはCTに対してずれています: {value}へ{z} mm、{value2}へ{y} mm、{value3}へ{x} mm、回転{rotation_deg}°。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{missing} of {shape} slices were never stored.</source>
            <comment>below</comment>
            <translation>{shape}枚中{missing}枚のスライスが保存されていません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>{count} voxels of the stored slices have no value.</source>
            <comment>below</comment>
            <translation>保存されたスライスの{count}個のボクセルに値がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Without a CT the weight in view is less reliable.</source>
            <comment>below</comment>
            <translation>CTがないため、視野内の体重の信頼性が低くなります。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No focus: SUV {highest} at most along the {length} mm of the arms that are in view.</source>
            <comment>below</comment>
            <translation>局所集積はありません: 視野内の腕{length} mmで最大SUV {highest}です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The hottest focus at an arm, SUV {highest}, contains {percent} % of the dose: too little to be missed elsewhere.</source>
            <comment>below</comment>
            <translation>腕で最も高い集積（SUV {highest}）は投与量の{percent} %で、ほかの部位の値に影響するほどではありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The liver is on the patient's right, and the head is not below it.</source>
            <comment>below</comment>
            <translation>肝は患者の右側にあり、頭部は肝より下にありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No body was found in the image.</source>
            <comment>below</comment>
            <translation>画像に身体が見つかりませんでした。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The body does not touch the field of view's edge.</source>
            <comment>below</comment>
            <translation>身体は視野の端に接していません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>Only {value} % of the body's weight is in view ({what_is_seen}); it is unknown how much of the dose that part should contain.</source>
            <comment>below</comment>
            <translation>視野内にあるのは体重の{value} %のみです（{what_is_seen}）。この部分に投与量のどれだけが含まれるべきかは不明です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The {what} was not found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>見つかりませんでした: {what}（{what_is_seen}）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>At the {what} PET and CT could not be registered. Compare them by eye.</source>
            <comment>below</comment>
            <translation>{what}: PETとCTを位置合わせできませんでした。目視で比較してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No arm was found separate from trunk and head, so the injection site may be out of view.</source>
            <comment>below</comment>
            <translation>体幹や頭部と分かれた腕が見つからないため、投与部位は視野外の可能性があります。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The head is at the foot end of the image: the header's positions are wrong.</source>
            <comment>below</comment>
            <translation>頭部が画像の足側の端にあります。ヘッダーの位置が誤っています。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>No liver was found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>肝が見つかりませんでした（{what_is_seen}）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The liver is on the patient's left: the header swaps the sides, or the patient has situs inversus.</source>
            <comment>below</comment>
            <translation>肝が患者の左側にあります。ヘッダーの左右が入れ替わっているか、内臓逆位です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/image_checks.py" />
            <source>The header has no weight.</source>
            <comment>below</comment>
            <translation>ヘッダーに体重がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>SD {sd} at a mean of {mean} SUV.</source>
            <comment>below</comment>
            <translation>平均SUV {mean}に対しSD {sd}。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>Measured in {millilitres} mL of the descending aorta, placed automatically.</source>
            <comment>below</comment>
            <translation>下行大動脈の{millilitres} mLで測定しました（自動配置）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{percent} % from slice to slice, {wide_mm} mm wide around the liver's sphere.</source>
            <comment>below</comment>
            <translation>スライス間で{percent} %（肝の球の周囲、幅{wide_mm} mm）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{sentence} The image is unfiltered, but the limit is for filtered ones.</source>
            <comment>below</comment>
            <translation>{sentence} 画像はフィルタなしですが、限界値はフィルタ処理された画像用です。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>{no_ct} The aorta is found on the CT.</source>
            <comment>below</comment>
            <translation>{no_ct} 大動脈はCTで見つけます。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>The liver's sphere is not entirely inside the image. Place it elsewhere.</source>
            <comment>below</comment>
            <translation>肝の球が画像内に収まっていません。別の場所に配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>There are too few slices around the liver's sphere.</source>
            <comment>below</comment>
            <translation>肝の球の周囲のスライスが足りません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>There is nothing to measure around the liver's sphere.</source>
            <comment>below</comment>
            <translation>肝の球の周囲に測定できるものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/organ_checks.py" />
            <source>No descending aorta was found ({what_is_seen}).</source>
            <comment>below</comment>
            <translation>下行大動脈が見つかりませんでした（{what_is_seen}）。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no even place in the liver that is large enough.</source>
            <comment>below</comment>
            <translation>肝に十分な大きさの均一な部位がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no even place in the spleen that is large enough.</source>
            <comment>below</comment>
            <translation>脾に十分な大きさの均一な部位がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>There is no place in the lungs that is clear of their edges.</source>
            <comment>below</comment>
            <translation>肺に辺縁から十分離れた部位がありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The cavity of the left ventricle is not found in the heart.</source>
            <comment>below</comment>
            <translation>心臓に左室内腔が見つかりません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>No arch is found in the aorta.</source>
            <comment>below</comment>
            <translation>大動脈に弓部が見つかりません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The thighs are not in view, or their muscles are not found.</source>
            <comment>below</comment>
            <translation>大腿が視野内にないか、その筋が見つかりません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The upper half of the brain is not in view.</source>
            <comment>below</comment>
            <translation>脳の上半分が視野内にありません。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>Station does not find this tissue. Place it by hand.</source>
            <comment>below</comment>
            <translation>Stationはこの組織を見つけられません。手動で配置してください。</translation>
        </message>
        <message>
            <location filename="../../station/quality/reference_tissues.py" />
            <source>The {site} was not found in this image.</source>
            <comment>below</comment>
            <translation>この画像に見つかりませんでした: {site}。</translation>
        </message>
        <message>
            <location filename="../../station/quality/weights.py" />
            <source>Grades the quality of the PET image of an FDG whole-body scan: 1 to 5 as in Table 1 of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, with the probability of each grade; 1 and 2 are Poor, 3 to 5 Good. It says what drove the grade, and names what may have gone wrong in the examination. Every quantity is relative to the patient's own organs, so it cannot see a wrong SUV scale, and it says nothing about the patient's disease.</source>
            <comment>below</comment>
            <translation>FDG全身撮像のPET画像の画質をグレード判定します: H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2のTable 1に従う1～5で、各グレードの確率を付けます。1と2はPoor、3～5はGoodです。グレードを左右した要因を示し、検査で生じた可能性のある問題を挙げます。すべての量は患者自身の臓器に対する相対値のため、SUVの尺度の誤りは検出できません。患者の疾患については何も示しません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Both readings of every item are the same, so an interval has no width; this describes the sample, not the precision of the figure.</source>
            <comment>below</comment>
            <translation>すべての項目で2回の読影結果が同じため、区間に幅がありません。これは標本の状態を表すもので、数値の精度を示すものではありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>No item has both a first and a repeated score.</source>
            <comment>below</comment>
            <translation>初回と再提示の両方のスコアがある項目がありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{count_of} {was} scored again in the consensus.</source>
            <comment>below</comment>
            <translation>合議で再度スコアが付けられたもの: {count_of}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>There are no scores, no foci and no VOIs to analyse. Provide at least one.</source>
            <comment>below</comment>
            <translation>解析するスコア、限局集積、VOIのいずれもありません。少なくとも1つを用意してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>One reader only: there is no agreement between readers, and means over readers are the scores themselves.</source>
            <comment>below</comment>
            <translation>読影者は1名のみです: 読影者間の一致度はなく、読影者の平均はスコアそのものです。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>One case only: there is no test over cases and no bootstrap interval.</source>
            <comment>below</comment>
            <translation>症例は1例のみです: 症例についての検定もブートストラップ区間もありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{single} {was} scored in one arm only and {was2} left out.</source>
            <comment>below</comment>
            <translation>一方の群でのみスコアが付けられ、除外されたもの: {single}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{halves} {value} one arm only and {was} left out: both means of a case are over the same readers. A table with all readings follows.</source>
            <comment>below</comment>
            <translation>一方の群しかなく、除外されたもの: {halves}。これにより、症例の両群の平均は同じ読影者によるものになります。全読影を含む表を後に示します。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{without} {value} no reader who scored both arms and {was} left out.</source>
            <comment>below</comment>
            <translation>両群にスコアを付けた読影者がなく、除外されたもの: {without}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{uneven} {was} not scored by every reader.</source>
            <comment>below</comment>
            <translation>全読影者のスコアがそろっていないもの: {uneven}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{left_out} of {of_item} {was} not scored by every reader and {was2} left out.</source>
            <comment>below</comment>
            <translation>全読影者のスコアがそろわず、除外されたもの: {of_item}のうち{left_out}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{half} {value} in one arm only and {was} left out.</source>
            <comment>below</comment>
            <translation>一方の群にしかなく、除外されたもの: {half}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{count_of} {value} several lesions with the same name; they were paired in the order of their lines.</source>
            <comment>below</comment>
            <translation>同じ名前の病変が複数ある症例: {count_of}。行の順に対応付けました。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>There is no reference VOI of the site "aortic_arch", so there are no ratios to it.</source>
            <comment>below</comment>
            <translation>部位「aortic_arch」の参照VOIがないため、それに対する比はありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{lesions} lesions are in {cases} cases. The t-test assumes they are independent, as the paper does; the bootstrap interval does not.</source>
            <comment>below</comment>
            <translation>{lesions}病変が{cases}症例にあります。t検定は、論文と同様にこれらを独立と仮定しますが、ブートストラップ区間は仮定しません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Reader {reader} scored "{criterion}" of case {case}, {arm}, {count} times. Keep one, or number the repeats in a column named repeat.</source>
            <comment>below</comment>
            <translation>読影者{reader}が、症例{case}（{arm}）の「{criterion}」に{count}回スコアを付けています。1つだけ残すか、再提示にrepeatという名前の列で番号を付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Case {case}, {arm}, has {count} reference VOIs of "{site}". Keep one.</source>
            <comment>below</comment>
            <translation>症例{case}（{arm}）に、「{site}」の参照VOIが{count}個あります。1つだけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>Case {case} has {conventional} lesions "{site}" in the conventional arm and {dl} in the DL arm, so they cannot be paired. Name them apart: "{site2} 1".</source>
            <comment>below</comment>
            <translation>症例{case}の病変「{site}」は、従来画像群に{conventional}個、DL画像群に{dl}個あり、対応付けられません。区別できる名前を付けてください: 「{site2} 1」。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{missing} {value} no ratio of {which}: the aortic arch of the case is missing or not above 0.</source>
            <comment>below</comment>
            <translation>{which}の比がないもの: {missing}。症例の大動脈弓がないか、その値が0以下です。</translation>
        </message>
        <message>
            <location filename="../../station/reading/analysis.py" />
            <source>{orphans} without a first score {was} left out.</source>
            <comment>below</comment>
            <translation>初回のスコアがなく、除外されたもの: {orphans}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Every case has a lesion: the figure of merit compares with the most confident false mark of any case (wAFROC1).</source>
            <comment>below</comment>
            <translation>すべての症例に病変があります: 性能指数では、任意の症例の最も確信度の高い偽陽性マークと比較します（wAFROC1）。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>{halves} {value} one arm only and {value2} left out.</source>
            <comment>below</comment>
            <translation>一方の群しかなく、除外されたもの: {halves}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>The truth of {unknown} is not known; sensitivity and figure of merit are of the others.</source>
            <comment>below</comment>
            <translation>真の状態が不明なもの: {unknown}。感度と性能指数は、それ以外から求めています。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>No focus was marked.</source>
            <comment>below</comment>
            <translation>マークされた限局集積はありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Lesion "{lesion}" of case {case} is there twice. Keep one.</source>
            <comment>below</comment>
            <translation>症例{case}の病変「{lesion}」が2つあります。1つだけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>Case {case} has lesions, and a line that says it has none. Keep one of them.</source>
            <comment>below</comment>
            <translation>症例{case}には病変がありますが、病変なしとする行もあります。どちらか一方だけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>No case has a lesion, so there is no figure of merit.</source>
            <comment>below</comment>
            <translation>病変のある症例がないため、性能指数はありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/foci.py" />
            <source>{reader} read no case of one kind and is not in the figure of merit.</source>
            <comment>below</comment>
            <translation>{reader}は、一方の種類の症例を1例も読影していないため、性能指数に含まれません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/margins.py" />
            <source>There is no interval to compare with the margin.</source>
            <comment>below</comment>
            <translation>マージンと比較する区間がありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>The readers' mean differences are the same, so only the cases vary in this test.</source>
            <comment>below</comment>
            <translation>読影者の平均差が同じため、この検定で変動するのは症例のみです。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>Two readers are the fewest that say anything about others; an effect has to be about the same in both, and large, to be significant for readers as a sample.</source>
            <comment>below</comment>
            <translation>ほかの読影者について何かを言うには、少なくとも2名の読影者が必要です。読影者を標本とみなして有意となるには、効果が2名でほぼ同じで、かつ大きくなければなりません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>One case is too few for a test over cases.</source>
            <comment>below</comment>
            <translation>1例では、症例についての検定には少なすぎます。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>All {sampled} show the same difference, {effect}; without spread there is no test.</source>
            <comment>below</comment>
            <translation>すべて（{sampled}）が同じ差{effect}を示しています。ばらつきがないため、検定はありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>All {sampled} show no difference, so there is nothing to test.</source>
            <comment>below</comment>
            <translation>すべて（{sampled}）に差がないため、検定するものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>No reader has a case in both arms.</source>
            <comment>below</comment>
            <translation>両群を読影した症例のある読影者がいません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/multi_reader.py" />
            <source>One reader: the result is about this reader, and says nothing about others.</source>
            <comment>below</comment>
            <translation>読影者は1名です: 結果はこの読影者についてのもので、ほかの読影者については何も示しません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/names.py" />
            <source>These {what} look the same: {listed}. Write each name in one way only; where they are different, give them names that nobody can confuse.</source>
            <comment>below</comment>
            <translation>次の{what}は同じように見えます: {listed}。それぞれの名前の書き方を1つに統一してください。別のものであれば、誰も混同しない名前を付けてください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>Every score is the same; there is nothing to model.</source>
            <comment>below</comment>
            <translation>すべてのスコアが同じです。モデル化するものがありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>The scores of the two arms overlap too little for a finite odds ratio.</source>
            <comment>below</comment>
            <translation>両群のスコアの重なりが少なすぎて、有限のオッズ比が得られません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>Fewer than {fewest_cases} cases are too few for the ordinal model.</source>
            <comment>below</comment>
            <translation>{fewest_cases}例未満では、順序モデルには症例が少なすぎます。</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>There are scores in one arm only.</source>
            <comment>below</comment>
            <translation>一方の群にしかスコアがありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/ordinal.py" />
            <source>The likelihood of the ordinal model has no clear maximum in these scores.</source>
            <comment>below</comment>
            <translation>これらのスコアでは、順序モデルの尤度に明確な最大値がありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/pace.py" />
            <source>Reads faster: {recent} s per case over the last {recent2}, {before} s before. Ask whether something disturbs the reading.</source>
            <comment>below</comment>
            <translation>読影が速くなっています: 直近{recent2}例は1例あたり{recent} s、それ以前は{before} s。読影を妨げるものがないか尋ねてください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/pace.py" />
            <source>Scores {way}: {first} on average over the first {third}, {last} over the last. The order is random; ask whether the scale is still used as at the start.</source>
            <comment>below</comment>
            <translation>スコアの推移: {way}。平均は最初の{third}件で{first}、最後の同数で{last}です。順序は無作為です。評価尺度を開始時と同じように使っているか尋ねてください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>The pilot has {count_of} and {count_of2} that all of them scored in both arms for "{criterion}". A plan needs 2 readers and {fewest_cases} cases.</source>
            <comment>below</comment>
            <translation>予備実験のデータは{count_of}で、その全員が「{criterion}」について両群にスコアを付けたものは{count_of2}です。計画には読影者2名と{fewest_cases}症例が必要です。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>No number of {what} is given. Choose {low} to {high}.</source>
            <comment>below</comment>
            <translation>{what}の数が指定されていません。{low}～{high}を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{mean} is not a mean score. Choose {lowest_score} to {highest_score}.</source>
            <comment>below</comment>
            <translation>{mean}は平均スコアとして使用できません。{lowest_score}～{highest_score}を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{effect} is not a difference of scores of 1 to 5.</source>
            <comment>below</comment>
            <translation>{effect}は、1～5のスコアの差ではありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{margin} is not a margin. Choose one above 0 and below 4.</source>
            <comment>below</comment>
            <translation>{margin}はマージンとして使用できません。0より大きく4より小さい値を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{capitalize}: {number} is not between {low} and {high}.</source>
            <comment>below</comment>
            <translation>{capitalize}: {number}は{low}～{high}の範囲にありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/planning.py" />
            <source>{value} is not a standard deviation of scores. Choose 0 to {largest_sd}.</source>
            <comment>below</comment>
            <translation>{value}はスコアの標準偏差として使用できません。0～{largest_sd}を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>This form does not ask "{id}" on side "{side}". Answer what it asks.</source>
            <comment>below</comment>
            <translation>この入力画面では、側「{side}」について「{id}」を尋ねていません。尋ねている項目に回答してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>"{value}" is not a score. Give a whole number from {scores} to {scores2}.</source>
            <comment>below</comment>
            <translation>「{value}」はスコアではありません。{scores}～{scores2}の整数を入力してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>"{value}" is neither yes nor no. Answer yes or no.</source>
            <comment>below</comment>
            <translation>「{value}」は「はい」でも「いいえ」でもありません。「はい」または「いいえ」で回答してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>A text can have at most {longest_text} characters. Shorten it.</source>
            <comment>below</comment>
            <translation>文章は最大{longest_text}文字です。短くしてください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>Not answered yet: {names}. Answer everything, then confirm.</source>
            <comment>below</comment>
            <translation>未回答: {names}。すべてに回答してから確定してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/readings.py" />
            <source>Foci cannot be stored like this: {error}.</source>
            <comment>below</comment>
            <translation>限局集積をこのままでは保存できません: {error}。</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>One item is too few for an intraclass correlation.</source>
            <comment>below</comment>
            <translation>1項目では、級内相関には少なすぎます。</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>The items have no spread, so a correlation within them does not exist.</source>
            <comment>below</comment>
            <translation>項目にばらつきがないため、項目内の相関は存在しません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>No item was scored by two readers.</source>
            <comment>below</comment>
            <translation>2名の読影者がスコアを付けた項目がありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/reliability.py" />
            <source>Every score is the same, so alpha does not exist.</source>
            <comment>below</comment>
            <translation>すべてのスコアが同じため、アルファは存在しません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/vgc.py" />
            <source>No reading has both arms, so there is no curve.</source>
            <comment>below</comment>
            <translation>両群のある読影がないため、曲線はありません。</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>A reader study needs cases, but none was chosen. Choose at least one.</source>
            <comment>below</comment>
            <translation>読影実験には症例が必要ですが、1例も選択されていません。少なくとも1例を選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The protocol repeats {repeats} images, but there are {cases} cases. Choose more cases, or set repeats to {cases2} or less.</source>
            <comment>below</comment>
            <translation>プロトコルでは{repeats}画像を再提示しますが、症例は{cases}例です。症例を増やすか、repeatsを{cases2}以下に設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The protocol requires {washout_cases} others between two images of one patient; with {cases} cases and {repeats} repeats there is room for {largest}. Choose more cases, or set washout_cases to {largest2} or less.</source>
            <comment>below</comment>
            <translation>プロトコルでは、同じ患者の2つの画像の間に別の症例が{washout_cases}例必要ですが、{cases}症例と再提示{repeats}件では{largest}例しか入りません。症例を増やすか、washout_casesを{largest2}以下に設定してください。</translation>
        </message>
        <message>
            <location filename="../../station/reading/worklist.py" />
            <source>The case "{case}" was chosen twice, or also for practice. Choose it once.</source>
            <comment>below</comment>
            <translation>症例「{case}」が2回選択されているか、練習用にも選択されています。1回だけ選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no score below its first line. Check the file.</source>
            <comment>below</comment>
            <translation>{path}の2行目以降にスコアがありません。ファイルを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no {thing} below its first line. Check the file.</source>
            <comment>below</comment>
            <translation>{path}の2行目以降に{thing}がありません。ファイルを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path} holds no reference tissue and no lesion of a conventional or a DL image. Export the VOIs of both images.</source>
            <comment>below</comment>
            <translation>{path}に、従来画像またはDL画像の参照組織も病変もありません。両画像のVOIを書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path}: the VOIs are in {units}; they can be compared in one kind of SUV only. Export them again in SUVbw.</source>
            <comment>below</comment>
            <translation>{path}: VOIの単位は{units}ですが、比較できるのは1種類のSUVどうしのみです。SUVbwでもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{first} is there too. The score is one of them: leave it out.</source>
            <comment>below</comment>
            <translation>{first}もあります。スコアはそのどちらかと同じです: この列を省いてください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>{path}: "{voi_name}" of patient {patient_id} was measured in two {role} series. Keep the lines of one.</source>
            <comment>below</comment>
            <translation>{path}: 患者{patient_id}の「{voi_name}」が、2つのシリーズ（{role}）で測定されています。一方の行だけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/reading/rows.py" />
            <source>"{text}" is not {article} {name}. Write {words}.</source>
            <comment>below</comment>
            <translation>「{text}」は{name}ではありません。次のいずれかを記入してください: {words}。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is larger than {largest_file_bytes} MB; it cannot be such a table. Check the path.</source>
            <comment>below</comment>
            <translation>{path}は{largest_file_bytes} MBを超えており、このような表ではあり得ません。パスを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is a file of a spreadsheet program. Save it there as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path}は表計算ソフトのファイルです。そのソフトで「CSV UTF-8」として保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is empty. The first line of {what} is {columns}.</source>
            <comment>below</comment>
            <translation>{path}は空です。{what}の1行目は{columns}です。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{where}: two columns {both}. Keep one of them.</source>
            <comment>below</comment>
            <translation>{where}: 2つの列が重複しています（{both}）。一方だけ残してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" is a date, which a spreadsheet makes of some numbers. Format the column as text and type the number again.</source>
            <comment>below</comment>
            <translation>「{text}」は日付です。表計算ソフトは一部の数値を日付に変換します。列の書式を文字列にし、数値を入力し直してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" can be {decimal} or {whole}. Save the numbers with a decimal point and without a thousands separator.</source>
            <comment>below</comment>
            <translation>「{text}」は{decimal}とも{whole}とも読めます。小数点を使い、桁区切りを付けずに数値を保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" is a long number that a spreadsheet has shortened. Format the column as text and enter it again in full.</source>
            <comment>below</comment>
            <translation>「{text}」は、表計算ソフトが短縮した長い数値です。列の書式を文字列にし、全桁を入力し直してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{count} under {count_of}. Put a text with "{separator}" in it into quotes.</source>
            <comment>below</comment>
            <translation>{count_of}に対して{count}があります。「{separator}」を含む文字列は引用符で囲んでください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <location filename="../../station/toml_table.py" />
            <source>{path} cannot be read: {strerror}. Check the path.</source>
            <comment>below</comment>
            <translation>{path}を読み込めません: {strerror}。パスを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path}, line {line}: this is not UTF-8 text, and its letters can be read in several ways. Save it as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path}、{line}行目: UTF-8のテキストではなく、文字が何通りにも読めます。「CSV UTF-8」として保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>"{text}" has a thousands separator. Save the numbers without it.</source>
            <comment>below</comment>
            <translation>「{text}」に桁区切りがあります。桁区切りを付けずに数値を保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path}, line {number}: this is not CSV ({error}). Check the quotes.</source>
            <comment>below</comment>
            <translation>{path}、{number}行目: CSVではありません（{error}）。引用符を確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/table_file.py" />
            <source>{path} is not whole: its letters in UTF-16 break off. Save it as "CSV UTF-8".</source>
            <comment>below</comment>
            <translation>{path}は不完全です: UTF-16の文字が途中で切れています。「CSV UTF-8」として保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/voi_csv.py" />
            <source>{path} is not a table of measurements: it has no column {missing}. Choose a CSV file that Station wrote.</source>
            <comment>below</comment>
            <translation>{path}は測定値の表ではありません: 列{missing}がありません。Stationが書き出したCSVファイルを選択してください。</translation>
        </message>
        <message>
            <location filename="../../station/report/voi_csv.py" />
            <source>"{cell}" cannot be a value of {name}. Export the measurements again.</source>
            <comment>below</comment>
            <translation>「{cell}」は{name}の値として使用できません。測定値をもう一度書き出してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}, {where}: {words}. Correct the TOML syntax there.</source>
            <comment>below</comment>
            <translation>{path}、{where}: {words}。その箇所のTOMLの構文を修正してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}: {words}. Correct the TOML syntax.</source>
            <comment>below</comment>
            <translation>{path}: {words}。TOMLの構文を修正してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path} is larger than 256 KB; it cannot be {thing}. Check the path.</source>
            <comment>below</comment>
            <translation>{path}は256 KBを超えており、{thing}ではあり得ません。パスを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8.</source>
            <comment>below</comment>
            <translation>{path}、{line}行目: UTF-8のテキストではありません。ファイルをUTF-8で保存してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{path}: brackets are nested too deep for {thing}. Check the path.</source>
            <comment>below</comment>
            <translation>{path}: 括弧の入れ子が、{thing}としては深すぎます。パスを確認してください。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>"{key}" is not a key of {called}{key2} The keys are: {known}.</source>
            <comment>below</comment>
            <translation>「{key}」は{called}のキーではありません{key2} 使用できるキー: {known}。</translation>
        </message>
        <message>
            <location filename="../../station/toml_table.py" />
            <source>{called} has no {key}. Add {example}.</source>
            <comment>below</comment>
            <translation>{called}に{key}がありません。{example}を追加してください。</translation>
        </message>
        <message>
            <location filename="../../station/whole_file.py" />
            <source>{what_needs} {needed} MB and {free_space_kept} MB must stay free, but {folder} has {free} MB left. Free some space, or {remedy}.</source>
            <comment>below</comment>
            <translation>{what_needs} {needed} MB: さらに{free_space_kept} MBを空けておく必要がありますが、{folder}の残りは{free} MBです。空き容量を増やすか、次のようにしてください: {remedy}。</translation>
        </message>
        <message>
            <location filename="../../station/whole_file.py" />
            <source>{what} cannot be written: {value}. Choose another folder or free some space.</source>
            <comment>below</comment>
            <translation>{what}に書き込めません: {value}。別のフォルダーを選択するか、空き容量を増やしてください。</translation>
        </message>
    </context>
</TS>
