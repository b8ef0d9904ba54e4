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
            <location filename="../../station/ui/actions.py" />
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
            <source>{proposals} to confirm</source>
            <translation>確認待ちの{proposals}</translation>
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
        <message numerus="yes">
            <location filename="../../station/app/voi/proposing.py" />
            <source>{count} proposals</source>
            <extracomment>One: {count} proposal</extracomment>
            <translation>
                <numerusform>{count}件の提案</numerusform>
            </translation>
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
            <location filename="../../station/ui/quality/control_chart.py" />
            <source>Liver CoV</source>
            <translation>肝CoV</translation>
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
            <source>Your readings of {cases} are final. The consensus opens when every reader has signed: Reading ▸ Consensus.</source>
            <translation>{cases}の読影結果が確定しました。合議は、すべての読影者の署名後に始まります: 読影 ▸ 合議。</translation>
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
    </context>
</TS>
