/* complaint_schemes.h — complaints about how a scheme's parts fit each other; as in complaint_list.h. */
#ifndef SCHEME_COMPLAINT_SCHEMES_H
#define SCHEME_COMPLAINT_SCHEMES_H

/* clang-format off */
#define COMPLAINT_SCHEMES(C) \
	/* the parts together */ \
	C(COMPLAINT_TWICE, "to <{0}> har {1}=\"{2}\"; gi den ene en annen", \
	    "to <{0}> har {1}=\"{2}\"; gi den eine ein annan", \
	    "two <{0}> have {1}=\"{2}\"; give one of them another") \
	C(COMPLAINT_RULE_BOTH, "regelen «{0}» har flere av test, judged-by og <alternative>; behold én av måtene", \
	    "regelen «{0}» har fleire av test, judged-by og <alternative>; behald éin av måtane", \
	    "rule “{0}” has several of test, judged-by and <alternative>; keep one way") \
	C(COMPLAINT_RULE_NEITHER, "regelen «{0}» har verken test, judged-by eller <alternative>; skriv én av dem", \
	    "regelen «{0}» har verken test, judged-by eller <alternative>; skriv éin av dei", \
	    "rule “{0}” has neither test, judged-by nor <alternative>; write one of them") \
	C(COMPLAINT_RULE_ALTERNATIVE, "regelen «{0}» har bare ett <alternative>; legg til flere, eller bruk test", \
	    "regelen «{0}» har berre eitt <alternative>; legg til fleire, eller bruk test", \
	    "rule “{0}” has one <alternative> only; add more, or use test") \
	C(COMPLAINT_RULE_FOR, "regelen «{0}» er for {1}, som ikke kan søke; rett for eller legg til <applicant type=\"{1}\">", \
	    "regelen «{0}» er for {1}, som ikkje kan søkje; rett for eller legg til <applicant type=\"{1}\">", \
	    "rule “{0}” is for {1}, which may not apply; correct for, or add <applicant type=\"{1}\">") \
	C(COMPLAINT_FORM_LISTS, "<organisation-form> trenger allow, deny eller ask, og ikke både allow og deny; rett det", \
	    "<organisation-form> treng allow, deny eller ask, og ikkje både allow og deny; rett det", \
	    "<organisation-form> needs allow, deny or ask, and not both allow and deny; correct it") \
	C(COMPLAINT_PERSON_REGISTER, "personer står ikke i registre for organisasjoner; ta bort <requires> og <organisation-form>", \
	    "personar står ikkje i register for organisasjonar; ta bort <requires> og <organisation-form>", \
	    "persons don't stand in registers of organisations; take <requires> and <organisation-form> away") \
	C(COMPLAINT_AID_DECLARED, "declared viser til «{0}», som ikke er noe <money>-felt; rett det eller legg feltet til", \
	    "declared viser til «{0}», som ikkje er noko <money>-felt; rett det eller legg feltet til", \
	    "declared points to “{0}”, which is no <money> field; correct it or add the field") \
	C(COMPLAINT_AID_CEILING, "bare bagatellmessig støtte har et tak; ta bort ceiling, eller rett basis til \"de-minimis\"", \
	    "berre bagatellmessig støtte har eit tak; ta bort ceiling, eller rett basis til \"de-minimis\"", \
	    "only de minimis aid has a ceiling; take ceiling away, or correct basis to \"de-minimis\"") \
	C(COMPLAINT_RULE_OUTCOME, "regelen «{0}» er knock-out uten outcome; skriv outcome=\"dismissal\" (avvisning) eller \"rejection\" (avslag)", \
	    "regelen «{0}» er knock-out utan outcome; skriv outcome=\"dismissal\" (avvising) eller \"rejection\" (avslag)", \
	    "rule “{0}” is a knock-out without outcome; write outcome=\"dismissal\" or \"rejection\"") \
	C(COMPLAINT_RULE_NO_OUTCOME, "regelen «{0}» er en advarsel og fører ikke til noe; ta bort outcome", \
	    "regelen «{0}» er ei åtvaring og fører ikkje til noko; ta bort outcome", \
	    "rule “{0}” is a warning and leads to nothing; take outcome away") \
	C(COMPLAINT_RULE_RESERVED, "«{0}» er en regel alle ordninger har; gi regelen en annen id", \
	    "«{0}» er ein regel alle ordningar har; gi regelen ein annan id", \
	    "“{0}” is a rule every scheme has; give the rule another id") \
	C(COMPLAINT_SCALE_MISSING, "kriteriene har vekter, men ingen skala; skriv for eksempel scale=\"0-5\"", \
	    "kriteria har vekter, men ingen skala; skriv til dømes scale=\"0-5\"", \
	    "the criteria have weights but no scale; write for example scale=\"0-5\"") \
	C(COMPLAINT_WEIGHT_MISSING, "kriteriet «{0}» mangler vekt; skriv weight=\"…\"", \
	    "kriteriet «{0}» manglar vekt; skriv weight=\"…\"", \
	    "criterion “{0}” lacks a weight; write weight=\"…\"") \
	C(COMPLAINT_WEIGHTS, "vektene blir {0} til sammen; de må bli 100", \
	    "vektene blir {0} til saman; dei må bli 100", \
	    "the weights add up to {0}; they must be 100") \
	C(COMPLAINT_ANCHOR, "karakteren {0} er utenfor skalaen {1}; rett den", \
	    "karakteren {0} er utanfor skalaen {1}; rett den", \
	    "mark {0} is outside the scale {1}; correct it") \
	C(COMPLAINT_OVERALL_SCALE, "method=\"overall\" har ingen karakterer; ta bort scale", \
	    "method=\"overall\" har ingen karakterar; ta bort scale", \
	    "method=\"overall\" has no marks; take scale away") \
	C(COMPLAINT_OVERALL_MARKS, "kriteriet «{0}» har vekt eller karakterer, men method er \"overall\"; ta dem bort", \
	    "kriteriet «{0}» har vekt eller karakterar, men method er \"overall\"; ta dei bort", \
	    "criterion “{0}” has a weight or marks, but method is \"overall\"; take them away") \
	C(COMPLAINT_CRITERIA_MISSING, "ordningen sier ikke hva som teller; legg til <criteria>", \
	    "ordninga seier ikkje kva som tel; legg til <criteria>", \
	    "the scheme doesn't say what counts; add <criteria>") \
	C(COMPLAINT_CRITERIA_UNWANTED, "fordelingen regnes ut, så ingen vurderer etter kriterier; ta bort <criteria> eller bruk kind=\"judged\"", \
	    "fordelinga blir rekna ut, så ingen vurderer etter kriterium; ta bort <criteria> eller bruk kind=\"judged\"", \
	    "the distribution is worked out, so nobody judges by criteria; take <criteria> away or use kind=\"judged\"") \
	C(COMPLAINT_NOTHING_GRADED, "ingen kriterier får karakter; bruk method=\"overall\", eller gi et kriterium kind=\"graded\"", \
	    "ingen kriterium får karakter; bruk method=\"overall\", eller gi eit kriterium kind=\"graded\"", \
	    "no criterion gets a mark; use method=\"overall\", or give a criterion kind=\"graded\"") \
	C(COMPLAINT_MIN_MARK_LOWEST, "ingen kan få lavere enn min-mark på «{0}»; skriv en høyere karakter eller ta det bort", \
	    "ingen kan få lågare enn min-mark på «{0}»; skriv ein høgare karakter eller ta det bort", \
	    "nobody can get less than min-mark of “{0}”; write a higher mark or take it away") \
	C(COMPLAINT_CRITERION_MARKS, "kriteriet «{0}» er kind=\"{1}\" og får ikke karakter; ta bort <anchor> og min-mark", \
	    "kriteriet «{0}» er kind=\"{1}\" og får ikkje karakter; ta bort <anchor> og min-mark", \
	    "criterion “{0}” is kind=\"{1}\" and gets no mark; take <anchor> and min-mark away") \
	C(COMPLAINT_CRITERION_WEIGHT, "kriteriet «{0}» er kind=\"{1}\" og går ikke inn i summen; ta bort weight", \
	    "kriteriet «{0}» er kind=\"{1}\" og går ikkje inn i summen; ta bort weight", \
	    "criterion “{0}” is kind=\"{1}\" and isn't in the total; take weight away") \
	C(COMPLAINT_WEIGHT_UNWANTED, "kriteriet «{0}» har vekt, men method er \"marks\"; ta bort weight", \
	    "kriteriet «{0}» har vekt, men method er \"marks\"; ta bort weight", \
	    "criterion “{0}” has a weight, but method is \"marks\"; take weight away") \
	C(COMPLAINT_SPREAD_ALONE, "spread hører til kind=\"portfolio\"; ta det bort fra «{0}»", \
	    "spread høyrer til kind=\"portfolio\"; ta det bort frå «{0}»", \
	    "spread belongs to kind=\"portfolio\"; take it away from “{0}”") \
	C(COMPLAINT_SPREAD, "«{0}» skal spres over «{1}», som ikke er noe spørsmål med valg; skriv municipality, applicant-type eller id-en til et valg", \
	    "«{0}» skal spreiast over «{1}», som ikkje er noko spørsmål med val; skriv municipality, applicant-type eller id-en til eit val", \
	    "“{0}” is to spread over “{1}”, which is no question with choices; write municipality, applicant-type or the id of a choice") \
	C(COMPLAINT_BELOW_ALONE, "below sier hva en karakter under min-mark betyr; skriv min-mark på «{0}» eller ta det bort", \
	    "below seier kva ein karakter under min-mark betyr; skriv min-mark på «{0}» eller ta det bort", \
	    "below says what a mark under min-mark means; write min-mark on “{0}” or take it away") \
	C(COMPLAINT_LADDER_SHORT, "<ladder> har bare ett trinn; legg til flere <rung>", \
	    "<ladder> har berre eitt trinn; legg til fleire <rung>", \
	    "<ladder> has one step only; add more <rung>") \
	C(COMPLAINT_RUNG_JUDGED, "en saksbehandler velger trinn, så when blir aldri brukt; ta bort when eller judged-by", \
	    "ein saksbehandlar vel trinn, så when blir aldri brukt; ta bort when eller judged-by", \
	    "an officer chooses the step, so when is never used; take when or judged-by away") \
	C(COMPLAINT_RUNG_OPEN, "trinnet har ikke when og tar alle, så de neste blir aldri brukt; skriv when", \
	    "trinnet har ikkje when og tar alle, så dei neste blir aldri brukt; skriv when", \
	    "the step has no when and takes everyone, so the next are never used; write when") \
	C(COMPLAINT_RUNG_LAST, "det siste trinnet tar resten; ta bort when, så alle søknader har et trinn", \
	    "det siste trinnet tar resten; ta bort when, så alle søknader har eit trinn", \
	    "the last step takes the rest; take when away, so that every application has a step") \
	C(COMPLAINT_TIE_VALUE, "<tie-break by=\"{0}\"> sier ikke hva; skriv {0}=\"…\"", \
	    "<tie-break by=\"{0}\"> seier ikkje kva; skriv {0}=\"…\"", \
	    "<tie-break by=\"{0}\"> doesn't say what; write {0}=\"…\"") \
	C(COMPLAINT_TIE_WORDS, "<tie-break by=\"{0}\"> har ingen ord for søkere; skriv <nb> og <nn>", \
	    "<tie-break by=\"{0}\"> har ingen ord for søkjarar; skriv <nb> og <nn>", \
	    "<tie-break by=\"{0}\"> has no words for applicants; write <nb> and <nn>") \
	C(COMPLAINT_TIE_VALUE_ALONE, "{0}=\"…\" hører til by=\"{0}\"; ta det bort eller rett by", \
	    "{0}=\"…\" høyrer til by=\"{0}\"; ta det bort eller rett by", \
	    "{0}=\"…\" belongs to by=\"{0}\"; take it away or correct by") \
	C(COMPLAINT_TIE_TEST_ORDER, "de testen er sann for, kommer først; ta bort order", \
	    "dei testen er sann for, kjem først; ta bort order", \
	    "those the test is true for come first; take order away") \
	C(COMPLAINT_TIE_ORDER, "<tie-break by=\"{0}\"> sier ikke hvem som kommer først; skriv order=\"ascending\" (minst) eller \"descending\" (mest)", \
	    "<tie-break by=\"{0}\"> seier ikkje kven som kjem først; skriv order=\"ascending\" (minst) eller \"descending\" (mest)", \
	    "<tie-break by=\"{0}\"> doesn't say who comes first; write order=\"ascending\" (least) or \"descending\" (most)") \
	C(COMPLAINT_TIE_DRAW_ORDER, "loddtrekning har ingen rekkefølge; ta bort order", \
	    "loddtrekning har inga rekkjefølgje; ta bort order", \
	    "a draw has no order; take order away") \
	C(COMPLAINT_TIE_SEED, "loddtrekningen sier ikke hva den trekkes av; skriv seed=\"…\", som alle kan lese før fristen", \
	    "loddtrekninga seier ikkje kva den blir trekt av; skriv seed=\"…\", som alle kan lese før fristen", \
	    "the draw doesn't say what it is made from; write seed=\"…\", which all can read before the deadline") \
	C(COMPLAINT_TIE_SEED_ALONE, "seed hører til loddtrekning; ta den bort eller skriv by=\"draw\"", \
	    "seed høyrer til loddtrekning; ta den bort eller skriv by=\"draw\"", \
	    "seed belongs to a draw; take it away or write by=\"draw\"") \
	C(COMPLAINT_TIE_LAST, "etter loddtrekningen er ingen lenger like; sett den sist", \
	    "etter loddtrekninga er ingen lenger like; sett den sist", \
	    "after the draw nobody is level; put it last") \
	C(COMPLAINT_LEVEL_CLOSED, "siste <decision> har en grense; ta bort up-to, så alle summer har noen som avgjør", \
	    "siste <decision> har ei grense; ta bort up-to, så alle summar har nokon som avgjer", \
	    "the last <decision> has a limit; take up-to away, so that every sum has someone who decides") \
	C(COMPLAINT_LEVEL_OPEN, "bare siste <decision> kan være uten up-to; skriv grensen", \
	    "berre siste <decision> kan vere utan up-to; skriv grensa", \
	    "only the last <decision> may be without up-to; write the limit") \
	C(COMPLAINT_LEVEL_ORDER, "grensene for <decision> må stige; sett den laveste først", \
	    "grensene for <decision> må stige; sett den lågaste først", \
	    "the limits of <decision> must rise; put the lowest first") \
	C(COMPLAINT_LEVEL_RECOMMENDED, "recommended-by er for organer som innstiller til et annet; skriv body også, eller ta det bort", \
	    "recommended-by er for organ som innstiller til eit anna; skriv body også, eller ta det bort", \
	    "recommended-by is for bodies that recommend to another; write body too, or take it away") \
	C(COMPLAINT_PAYMENT_OF, "delene av utbetalingen blir {0} prosent til sammen for et tilskudd på {1} kr; de må bli 100 for alle summer", \
	    "delane av utbetalinga blir {0} prosent til saman for eit tilskot på {1} kr; dei må bli 100 for alle summar", \
	    "the payment parts add up to {0} percent for a grant of {1} kroner; they must be 100 for every sum") \
	C(COMPLAINT_PAYMENT_LIMITS, "above er ikke lavere enn up-to, så delen gjelder ingen; rett grensene", \
	    "above er ikkje lågare enn up-to, så delen gjeld ingen; rett grensene", \
	    "above is not below up-to, so the part is for nobody; correct the limits") \
	C(COMPLAINT_DUE_BOTH, "<{0}> har både months-after-end og due-day; behold én", \
	    "<{0}> har både months-after-end og due-day; behald éin", \
	    "<{0}> has both months-after-end and due-day; keep one") \
	C(COMPLAINT_DUE_YEARS, "years-after på <{0}> hører til due-day; skriv den, eller ta bort years-after", \
	    "years-after på <{0}> høyrer til due-day; skriv den, eller ta bort years-after", \
	    "years-after on <{0}> belongs to due-day; write that, or take years-after away") \
	C(COMPLAINT_CERTIFICATION_OPEN, "siste <certification> skal være uten up-to, og bare den; rett grensene", \
	    "siste <certification> skal vere utan up-to, og berre den; rett grensene", \
	    "the last <certification> is without up-to, and only that; correct the limits") \
	C(COMPLAINT_CERTIFICATION_ORDER, "grensene for <certification> må stige; sett den laveste først", \
	    "grensene for <certification> må stige; sett den lågaste først", \
	    "the limits of <certification> must rise; put the lowest first") \
	C(COMPLAINT_MERGED, "status=\"merged\" og <merged-into> hører sammen; skriv begge eller ingen", \
	    "status=\"merged\" og <merged-into> høyrer saman; skriv begge eller ingen", \
	    "status=\"merged\" and <merged-into> belong together; write both or none") \
	C(COMPLAINT_OTHER_SELF, "dette er ordningen selv; skriv id-en til den andre", \
	    "dette er ordninga sjølv; skriv id-en til den andre", \
	    "this is the scheme itself; write the other one's id") \
	C(COMPLAINT_ARCHIVE_YEARS, "years og keep=\"years\" hører sammen; skriv begge eller ingen", \
	    "years og keep=\"years\" høyrer saman; skriv begge eller ingen", \
	    "years and keep=\"years\" belong together; write both or none") \
	C(COMPLAINT_PAYMENT, "delene av utbetalingen blir {0} prosent til sammen; de må bli 100", \
	    "delane av utbetalinga blir {0} prosent til saman; dei må bli 100", \
	    "the payment parts add up to {0} percent; they must be 100") \
	C(COMPLAINT_PAYMENT_NOTHING, "delen er på 0 prosent; ta den bort", \
	    "delen er på 0 prosent; ta den bort", \
	    "the part is 0 percent; take it away") \
	C(COMPLAINT_REPORT_PERIOD, "months-after-end regnes fra slutten av perioden, men skjemaet har ingen <period>; legg den til", \
	    "months-after-end blir rekna frå slutten av perioden, men skjemaet har ingen <period>; legg den til", \
	    "months-after-end counts from the period's end, but the form has no <period>; add it") \
	/* amounts */ \
	C(COMPLAINT_SHARE_BASE, "<{0}> regner av noe skjemaet ikke spør om; legg til <{1}>", \
	    "<{0}> reknar av noko skjemaet ikkje spør om; legg til <{1}>", \
	    "<{0}> counts from something the form doesn't ask; add <{1}>") \
	C(COMPLAINT_AMOUNT_MISSING, "ordningen sier ikke hvor mye som kan gis; legg til <amount>", \
	    "ordninga seier ikkje kor mykje som kan bli gitt; legg til <amount>", \
	    "the scheme doesn't say how much may be given; add <amount>") \
	C(COMPLAINT_COST_TYPE, "<{0}> viser til kostnadstypen «{1}», som <cost-table> ikke har; rett cost-type eller legg til <cost-type>", \
	    "<{0}> viser til kostnadstypen «{1}», som <cost-table> ikkje har; rett cost-type eller legg til <cost-type>", \
	    "<{0}> points to the cost type “{1}”, which <cost-table> doesn't have; correct cost-type or add <cost-type>") \
	C(COMPLAINT_COST_TYPE_RESERVED, "«{0}» er navnet på en kolonne i tabellen; gi kostnadstypen en annen code", \
	    "«{0}» er namnet på ein kolonne i tabellen; gi kostnadstypen ein annan code", \
	    "“{0}” is the name of a column of the table; give the cost type another code") \
	C(COMPLAINT_COST_TYPE_ALONE, "«{0}» har bare én kostnadstype; legg til flere eller ta den bort", \
	    "«{0}» har berre éin kostnadstype; legg til fleire eller ta den bort", \
	    "“{0}” has one cost type only; add more or take it away") \
	C(COMPLAINT_FOR_EACH, "for-each teller noe som ingen sum hører til; skriv nok=\"…\" eller ta det bort", \
	    "for-each tel noko som ingen sum høyrer til; skriv nok=\"…\" eller ta det bort", \
	    "for-each counts something no sum belongs to; write nok=\"…\" or take it away") \
	C(COMPLAINT_MAX_TYPE, "cost-type sier hva andelen er av, men det er ingen share; skriv share=\"…\" eller ta det bort", \
	    "cost-type seier kva delen er av, men det er ingen share; skriv share=\"…\" eller ta det bort", \
	    "cost-type says what the share is of, but there is no share; write share=\"…\" or take it away") \
	C(COMPLAINT_SHARE_NOTHING, "<{0}> er på 0 prosent; skriv en andel eller ta det bort", \
	    "<{0}> er på 0 prosent; skriv ein del eller ta det bort", \
	    "<{0}> is 0 percent; write a share or take it away") \
	C(COMPLAINT_SUB_CAP, "<sub-cap> setter ingen grense; skriv max-share, max-nok eller min-share", \
	    "<sub-cap> set inga grense; skriv max-share, max-nok eller min-share", \
	    "<sub-cap> sets no limit; write max-share, max-nok or min-share") \
	C(COMPLAINT_FLOOR_EMPTY, "<award-floor> setter ingen grense; skriv share=\"…\" eller nok=\"…\"", \
	    "<award-floor> set inga grense; skriv share=\"…\" eller nok=\"…\"", \
	    "<award-floor> sets no limit; write share=\"…\" or nok=\"…\"") \
	C(COMPLAINT_FLOOR_OVER_MAX, "det minste som gis, er mer enn taket; rett <award-floor> eller <max>", \
	    "det minste som blir gitt, er meir enn taket; rett <award-floor> eller <max>", \
	    "the least that is given is more than the cap; correct <award-floor> or <max>") \
	/* sharing the frame */ \
	C(COMPLAINT_POT_MISSING, "kind=\"formula\" sier ikke hvordan rammen deles; legg til <pot>", \
	    "kind=\"formula\" seier ikkje korleis ramma blir delt; legg til <pot>", \
	    "kind=\"formula\" doesn't say how the frame is shared; add <pot>") \
	C(COMPLAINT_POT_UNWANTED, "<pot> hører til kind=\"formula\"; ta den bort eller rett kind", \
	    "<pot> høyrer til kind=\"formula\"; ta den bort eller rett kind", \
	    "<pot> belongs to kind=\"formula\"; take it away or correct kind") \
	C(COMPLAINT_POTS, "pottene blir {0} prosent til sammen; de må bli 100", \
	    "pottane blir {0} prosent til saman; dei må bli 100", \
	    "the pots are {0} percent together; they must be 100") \
	C(COMPLAINT_SPLITS, "delene av potten «{0}» blir {1} prosent til sammen; de må bli 100", \
	    "delane av potten «{0}» blir {1} prosent til saman; dei må bli 100", \
	    "the splits of pot “{0}” are {1} percent together; they must be 100") \
	C(COMPLAINT_POT_HIDES, "potten «{0}» har ikke when og tar alle, så de neste blir aldri brukt; skriv when eller sett den sist", \
	    "potten «{0}» har ikkje when og tar alle, så dei neste blir aldri brukt; skriv when eller sett den sist", \
	    "pot “{0}” has no when and takes everyone, so the next are never used; write when or put it last") \
	C(COMPLAINT_POT_LIMITS, "i potten «{0}» er det meste 0 eller mindre enn det minste; rett min-nok eller max-nok", \
	    "i potten «{0}» er det meste 0 eller mindre enn det minste; rett min-nok eller max-nok", \
	    "in pot “{0}” the most is 0 or less than the least; correct min-nok or max-nok") \
	C(COMPLAINT_POT_BELOW, "below i potten «{0}» sier hva som skjer under min-nok; skriv min-nok eller ta det bort", \
	    "below i potten «{0}» seier kva som skjer under min-nok; skriv min-nok eller ta det bort", \
	    "below in pot “{0}” says what happens under min-nok; write min-nok or take it away") \
	C(COMPLAINT_SPLIT_COUNT, "<split by=\"count\"> sier ikke hva som telles; skriv count=\"…\"", \
	    "<split by=\"count\"> seier ikkje kva som blir talt; skriv count=\"…\"", \
	    "<split by=\"count\"> doesn't say what is counted; write count=\"…\"") \
	C(COMPLAINT_SPLIT_COUNT_ALONE, "count hører til by=\"count\"; ta det bort eller rett by", \
	    "count høyrer til by=\"count\"; ta det bort eller rett by", \
	    "count belongs to by=\"count\"; take it away or correct by") \
	C(COMPLAINT_SPLIT_PARTS, "<split by=\"parts\"> sier ikke hvem som får hvor mange deler; legg til <weight>", \
	    "<split by=\"parts\"> seier ikkje kven som får kor mange delar; legg til <weight>", \
	    "<split by=\"parts\"> doesn't say who gets how many parts; add <weight>") \
	C(COMPLAINT_SPLIT_PARTS_ALONE, "<weight> hører til by=\"parts\"; ta det bort eller rett by", \
	    "<weight> høyrer til by=\"parts\"; ta det bort eller rett by", \
	    "<weight> belongs to by=\"parts\"; take it away or correct by") \
	C(COMPLAINT_EARMARK_SIZE, "øremerkingen «{0}» kan ha share eller nok, over 0 og ikke begge; rett den, eller ta dem bort når hver utlysning sier hvor mye", \
	    "øyremerkinga «{0}» kan ha share eller nok, over 0 og ikkje begge; rett ho, eller ta dei bort når kvar utlysing seier kor mykje", \
	    "earmark “{0}” may have share or nok, above 0 and not both; correct it, or take them away when each call says how much") \
	C(COMPLAINT_EARMARK_FOR, "øremerkingen «{0}» sier ikke hvem den er for; skriv for, in, tag eller when", \
	    "øyremerkinga «{0}» seier ikkje kven ho er for; skriv for, in, tag eller when", \
	    "earmark “{0}” doesn't say whom it is for; write for, in, tag or when") \
	C(COMPLAINT_EARMARK_APPLICANT, "øremerkingen «{0}» er for {1}, som ikke kan søke; rett for eller legg til <applicant type=\"{1}\">", \
	    "øyremerkinga «{0}» er for {1}, som ikkje kan søkje; rett for eller legg til <applicant type=\"{1}\">", \
	    "earmark “{0}” is for {1}, which may not apply; correct for, or add <applicant type=\"{1}\">") \
	C(COMPLAINT_EARMARK_LIST, "øremerkingen «{0}» er for kommunene i «{1}», som ikke er noen liste; rett in, eller legg til <list id=\"{1}\">", \
	    "øyremerkinga «{0}» er for kommunane i «{1}», som ikkje er noka liste; rett in, eller legg til <list id=\"{1}\">", \
	    "earmark “{0}” is for the municipalities in “{1}”, which is no list; correct in, or add <list id=\"{1}\">") \
	C(COMPLAINT_EARMARK_TAG, "øremerkingen «{0}» er for temaet «{1}», som ingen mål har; rett tag på en av dem", \
	    "øyremerkinga «{0}» er for temaet «{1}», som ingen mål har; rett tag på ein av dei", \
	    "earmark “{0}” is for the tag “{1}”, which no goal has; correct tag on one of them") \
	C(COMPLAINT_EARMARKS, "øremerkingene blir {0} prosent til sammen; de kan ikke bli mer enn 100", \
	    "øyremerkingane blir {0} prosent til saman; dei kan ikkje bli meir enn 100", \
	    "the earmarks are {0} percent together; they can't be more than 100") \
	C(COMPLAINT_EARMARK_COMPUTED, "fordelingen regnes ut, så ingenting kan øremerkes; bruk <pot> eller ta bort <earmark>", \
	    "fordelinga blir rekna ut, så ingenting kan øyremerkast; bruk <pot> eller ta bort <earmark>", \
	    "the distribution is worked out, so nothing can be earmarked; use <pot> or take <earmark> away") \
	C(COMPLAINT_DISTRIBUTION_WORD, "{0} hører ikke til denne fordelingen; ta det bort eller rett kind", \
	    "{0} høyrer ikkje til denne fordelinga; ta det bort eller rett kind", \
	    "{0} doesn't belong to this distribution; take it away or correct kind") \
	C(COMPLAINT_GIVES_MISSING, "kind=\"everyone\" sier ikke hva hver får; skriv gives=\"equal\" eller \"amount\"", \
	    "kind=\"everyone\" seier ikkje kva kvar får; skriv gives=\"equal\" eller \"amount\"", \
	    "kind=\"everyone\" doesn't say what each gets; write gives=\"equal\" or \"amount\"") \
	C(COMPLAINT_ROUND_UNWANTED, "<round> prøver fordelinger som regnes ut; ta den bort eller rett kind", \
	    "<round> prøver fordelingar som blir rekna ut; ta den bort eller rett kind", \
	    "<round> tries distributions that are worked out; take it away or correct kind") \
	C(COMPLAINT_MAX_EMPTY, "<max> setter ingen grense; skriv nok=\"…\" eller share=\"…\"", \
	    "<max> set inga grense; skriv nok=\"…\" eller share=\"…\"", \
	    "<max> sets no limit; write nok=\"…\" or share=\"…\"") \
	C(COMPLAINT_MAX_ZERO, "<max> er 0, så ingen kan få noe; skriv en grense over 0", \
	    "<max> er 0, så ingen kan få noko; skriv ei grense over 0", \
	    "<max> is 0, so nobody can get anything; write a limit above 0") \
	C(COMPLAINT_MAX_OF, "of sier hva andelen er av, men det er ingen share; ta den bort", \
	    "of seier kva delen er av, men det er ingen share; ta den bort", \
	    "of says what the share is of, but there is no share; take it away") \
	C(COMPLAINT_AMOUNT_OPEN, "<amount> setter ingen øvre grense; legg til <max>, <fixed>, <levels> eller <unit-rate>", \
	    "<amount> set inga øvre grense; legg til <max>, <fixed>, <levels> eller <unit-rate>", \
	    "<amount> sets no upper limit; add <max>, <fixed>, <levels> or <unit-rate>") \
	C(COMPLAINT_SUM_ZERO, "<{0}> er 0, så ingen kan få noe; skriv en sum over 0", \
	    "<{0}> er 0, så ingen kan få noko; skriv ein sum over 0", \
	    "<{0}> is 0, so nobody can get anything; write a sum above 0") \
	C(COMPLAINT_FIXED_AND_LEVELS, "ordningen har både <fixed> og <levels>; behold én", \
	    "ordninga har både <fixed> og <levels>; behald éin", \
	    "the scheme has both <fixed> and <levels>; keep one") \
	C(COMPLAINT_FIXED_HIDDEN, "<fixed> over denne gjelder alltid, så denne blir aldri brukt; gi den øverste when, eller ta bort denne", \
	    "<fixed> over denne gjeld alltid, så denne blir aldri brukt; gi den øvste when, eller ta bort denne", \
	    "the <fixed> above this one always holds, so this one is never used; give the upper one a when, or take this away") \
	C(COMPLAINT_SUM_ALONE, "<levels> har bare én sum; bruk <fixed>", \
	    "<levels> har berre éin sum; bruk <fixed>", \
	    "<levels> has one sum only; use <fixed>") \
	C(COMPLAINT_SUM_ORDER, "summene i <levels> må stige; sett den laveste først", \
	    "summane i <levels> må stige; sett den lågaste først", \
	    "the sums in <levels> must rise; put the lowest first") \
	C(COMPLAINT_SUM_UNDER_MIN, "summen er lavere enn minstesummen; rett en av dem", \
	    "summen er lågare enn minstesummen; rett ein av dei", \
	    "the sum is below the smallest sum; correct one of them") \
	C(COMPLAINT_SUM_OVER_MAX, "summen er høyere enn <max> på {0}, så ingen kan få den; rett en av dem", \
	    "summen er høgare enn <max> på {0}, så ingen kan få han; rett ein av dei", \
	    "the sum is above the <max> of {0}, so nobody can get it; correct one of them") \
	C(COMPLAINT_STEP_SUMS, "<step> runder summer, men summene her er faste; ta bort <step>", \
	    "<step> rundar summar, men summane her er faste; ta bort <step>", \
	    "<step> rounds sums, but the sums here are fixed; take <step> away") \
	C(COMPLAINT_STEP_OVER_MAX, "taket er lavere enn ett steg, så ingen kan få noe; rett <step> eller <max>", \
	    "taket er lågare enn eitt steg, så ingen kan få noko; rett <step> eller <max>", \
	    "the cap is below one step, so nobody can get anything; correct <step> or <max>") \
	C(COMPLAINT_MIN_OVER_MAX, "minstesummen er høyere enn taket; rett en av dem", \
	    "minstesummen er høgare enn taket; rett ein av dei", \
	    "the smallest sum is above the cap; correct one of them") \
	C(COMPLAINT_SHARES, "andelen og egenandelen blir mer enn 100 prosent til sammen; rett en av dem", \
	    "delen og eigendelen blir meir enn 100 prosent til saman; rett ein av dei", \
	    "the share and the own share are more than 100 percent together; correct one of them") \
	C(COMPLAINT_MIN_RULE, "<min> viser til regelen «{0}», som ikke finnes eller ikke har test; rett rule", \
	    "<min> viser til regelen «{0}», som ikkje finst eller ikkje har test; rett rule", \
	    "<min> points to the rule “{0}”, which doesn't exist or has no test; correct rule") \
	C(COMPLAINT_MIN_RULE_OTHER, "regelen «{0}» setter en annen grense enn {1} kr; rett regelen eller <min>", \
	    "regelen «{0}» set ei anna grense enn {1} kr; rett regelen eller <min>", \
	    "rule “{0}” sets another limit than {1} kroner; correct the rule or <min>") \
	C(COMPLAINT_OWN_WORK, "<own-work> setter ingen grense; skriv max-rate=\"…\" eller max-share=\"…\"", \
	    "<own-work> set inga grense; skriv max-rate=\"…\" eller max-share=\"…\"", \
	    "<own-work> sets no limit; write max-rate=\"…\" or max-share=\"…\"") \
	/* the form */ \
	C(COMPLAINT_FIELDS_MANY, "skjemaet har flere enn 500 felt; ta bort noen", \
	    "skjemaet har fleire enn 500 felt; ta bort nokre", \
	    "the form has more than 500 fields; take some away") \
	C(COMPLAINT_FIELD_TWICE, "to felt heter «{0}»; gi det ene en annen id", \
	    "to felt heiter «{0}»; gi det eine ein annan id", \
	    "two fields are called “{0}”; give one of them another id") \
	C(COMPLAINT_FIELD_FACT, "«{0}» er navnet på et faktum i uttrykk; gi feltet en annen id", \
	    "«{0}» er namnet på eit faktum i uttrykk; gi feltet ein annan id", \
	    "“{0}” is the name of a fact in expressions; give the field another id") \
	C(COMPLAINT_FIELD_ONCE, "skjemaet har mer enn én <{0}>; behold én", \
	    "skjemaet har meir enn éin <{0}>; behald éin", \
	    "the form has more than one <{0}>; keep one") \
	C(COMPLAINT_ROLE_TWICE, "to felt har role=\"{0}\"; behold én", \
	    "to felt har role=\"{0}\"; behald éin", \
	    "two fields have role=\"{0}\"; keep one") \
	C(COMPLAINT_OPTION_ALONE, "«{0}» har bare ett valg; legg til flere, eller bruk <statement>", \
	    "«{0}» har berre eitt val; legg til fleire, eller bruk <statement>", \
	    "“{0}” has one option only; add more, or use <statement>") \
	C(COMPLAINT_OPTION_TWICE, "to valg i «{0}» har koden «{1}»; gi det ene en annen", \
	    "to val i «{0}» har koden «{1}»; gi det eine ein annan", \
	    "two options of “{0}” have the code “{1}”; give one of them another") \
	C(COMPLAINT_APPLIED_MISSING, "skjemaet spør ikke hvor mye det søkes om; legg til <applied-sum>, eller gi én fast sum med <fixed>", \
	    "skjemaet spør ikkje kor mykje det blir søkt om; legg til <applied-sum>, eller gi éin fast sum med <fixed>", \
	    "the form doesn't ask how much is applied for; add <applied-sum>, or give one fixed sum with <fixed>") \
	C(COMPLAINT_TITLE_MISSING, "ingen <text> har role=\"title\"; gi den til feltet med navnet på tiltaket", \
	    "ingen <text> har role=\"title\"; gi den til feltet med namnet på tiltaket", \
	    "no <text> has role=\"title\"; give it to the field with the measure's name") \
	C(COMPLAINT_ALWAYS, "«{0}» må alltid besvares; skriv required=\"true()\" og ta bort relevant", \
	    "«{0}» må alltid svarast på; skriv required=\"true()\" og ta bort relevant", \
	    "“{0}” must always be answered; write required=\"true()\" and take relevant away") \
	C(COMPLAINT_CONSTRAINT_TEXT, "«{0}» har en constraint uten <constraint-text>; skriv hva søkeren skal gjøre", \
	    "«{0}» har ein constraint utan <constraint-text>; skriv kva søkjaren skal gjere", \
	    "“{0}” has a constraint without <constraint-text>; write what the applicant should do") \
	C(COMPLAINT_CONSTRAINT_ALONE, "«{0}» har <constraint-text>, men ingen constraint; skriv den eller ta bort teksten", \
	    "«{0}» har <constraint-text>, men ingen constraint; skriv den eller ta bort teksten", \
	    "“{0}” has <constraint-text> but no constraint; write it or take the text away") \
	C(COMPLAINT_FIELD_MIN_MAX, "min er større enn max på «{0}»; rett en av dem", \
	    "min er større enn max på «{0}»; rett ein av dei", \
	    "min is larger than max on “{0}”; correct one of them") \
	C(COMPLAINT_GROUP_ROWS, "min-rows er større enn max-rows på «{0}»; rett en av dem", \
	    "min-rows er større enn max-rows på «{0}»; rett ein av dei", \
	    "min-rows is larger than max-rows on “{0}”; correct one of them") \
	C(COMPLAINT_GROUP_FIELD_TWICE, "to felt i «{0}» heter «{1}»; gi det ene en annen id", \
	    "to felt i «{0}» heiter «{1}»; gi det eine ein annan id", \
	    "two fields in “{0}” are called “{1}”; give one of them another id") \
	C(COMPLAINT_GROUP_FIELD_OUTSIDE, "«{1}» er både et felt i «{0}» og utenfor; gi det ene en annen id", \
	    "«{1}» er både eit felt i «{0}» og utanfor; gi det eine ein annan id", \
	    "“{1}” is both a field in “{0}” and outside it; give one of them another id") \
	C(COMPLAINT_MONEY_STEP, "min og max på «{0}» må være hele steg på {1} kr; rett dem", \
	    "min og max på «{0}» må vere heile steg på {1} kr; rett dei", \
	    "min and max of “{0}” must be whole steps of {1} kroner; correct them") \
	C(COMPLAINT_WHY_CRITERION, "«{0}» er til kriteriet «{1}», som ikke finnes; rett use", \
	    "«{0}» er til kriteriet «{1}», som ikkje finst; rett use", \
	    "“{0}” is for the criterion “{1}”, which doesn't exist; correct use") \
	C(COMPLAINT_BALANCES, "«{0}» skal stemme med «{1}», som ikke er noen <cost-table>; rett balances", \
	    "«{0}» skal stemme med «{1}», som ikkje er nokon <cost-table>; rett balances", \
	    "“{0}” must equal “{1}”, which is no <cost-table>; correct balances") \
	C(COMPLAINT_CALCULATE_ASKED, "«{0}» regnes ut, og ingen blir spurt; ta bort required og prefill, eller calculate", \
	    "«{0}» blir rekna ut, og ingen blir spurd; ta bort required og prefill, eller calculate", \
	    "“{0}” is worked out and nobody is asked; take required and prefill away, or calculate") \
	C(COMPLAINT_CALCULATE_CYCLE, "det «{0}» regnes ut av, avhenger til slutt av «{0}» selv; rett calculate", \
	    "det «{0}» blir rekna ut av, heng til slutt på «{0}» sjølv; rett calculate", \
	    "what “{0}” is worked out from depends in the end on “{0}” itself; correct calculate") \
	C(COMPLAINT_SHOWS, "«{0}» skal kunne vise «{1}», som ikke er et felt med ett svar; rett shows", \
	    "«{0}» skal kunne vise «{1}», som ikkje er eit felt med eitt svar; rett shows", \
	    "“{0}” may show “{1}”, which is no field with one answer; correct shows") \
	C(COMPLAINT_GOALS_UNASKED, "ordningen har mål, men skjemaet spør ikke om dem; legg til <goal-table>", \
	    "ordninga har mål, men skjemaet spør ikkje om dei; legg til <goal-table>", \
	    "the scheme has goals, but the form doesn't ask for them; add <goal-table>") \
	C(COMPLAINT_GOALS_MISSING, "<goal-table> spør om mål, men ordningen har ingen; legg til <goals>", \
	    "<goal-table> spør om mål, men ordninga har ingen; legg til <goals>", \
	    "<goal-table> asks for goals, but the scheme has none; add <goals>") \
	C(COMPLAINT_CYCLE, "om «{0}» skal vises, avhenger til slutt av «{0}» selv; rett relevant", \
	    "om «{0}» skal visast, avheng til slutt av «{0}» sjølv; rett relevant", \
	    "whether “{0}” is asked depends in the end on “{0}” itself; correct relevant") \
	C(COMPLAINT_NEVER_ASKED, "«{0}» blir aldri spurt om: ingen svar gjør relevant sann; rett relevant, eller ta bort feltet", \
	    "«{0}» blir aldri spurt om: ingen svar gjer relevant sann; rett relevant, eller ta bort feltet", \
	    "“{0}” is never asked: no answers make relevant true; correct relevant, or take the field away") \
	C(COMPLAINT_NEVER_RIGHT, "ingen svar på «{0}» kan bestå constraint; rett den, eller min og max", \
	    "ingen svar på «{0}» kan bestå constraint; rett den, eller min og max", \
	    "no answer to “{0}” can pass constraint; correct it, or min and max") \
	C(COMPLAINT_NEVER_PASSED, "ingen svar kan bestå «{0}», så ingen kan få tilskudd; rett test", \
	    "ingen svar kan bestå «{0}», så ingen kan få tilskot; rett test", \
	    "no answers can pass “{0}”, so nobody can get a grant; correct test") \
	C(COMPLAINT_NEVER_BOTH, "ingen svar kan bestå både «{0}» og «{1}», så ingen kan få tilskudd; rett en av dem", \
	    "ingen svar kan bestå både «{0}» og «{1}», så ingen kan få tilskot; rett ein av dei", \
	    "no answers can pass both “{0}” and “{1}”, so nobody can get a grant; correct one of them") \
	C(COMPLAINT_NEVER_HOLDS, "{0} på <{1}> kan aldri være sann; rett uttrykket, eller ta bort <{1}>", \
	    "{0} på <{1}> kan aldri vere sann; rett uttrykket, eller ta bort <{1}>", \
	    "{0} on <{1}> can never be true; correct the expression, or take <{1}> away") \
	C(COMPLAINT_FIELD_UNUSED, "«{0}» er bare til eligibility, men ingen regel bruker svaret; bruk det, rett use eller ta bort feltet", \
	    "«{0}» er berre til eligibility, men ingen regel bruker svaret; bruk det, rett use eller ta bort feltet", \
	    "“{0}” is only for eligibility, but no rule uses the answer; use it, correct use or take the field away") \
	/* tests */ \
	C(COMPLAINT_TEST_NAME, "prøven «{0}» gir «{1}», som ikke finnes i skjemaet; rett navnet", \
	    "prøva «{0}» gir «{1}», som ikkje finst i skjemaet; rett namnet", \
	    "test “{0}” gives “{1}”, which the form doesn't have; correct the name") \
	C(COMPLAINT_TEST_FACT, "prøven «{0}» gir «{1}», men skjemaet har ingen <{2}>; ta det bort", \
	    "prøva «{0}» gir «{1}», men skjemaet har ingen <{2}>; ta det bort", \
	    "test “{0}” gives “{1}”, but the form has no <{2}>; take it away") \
	C(COMPLAINT_TEST_VALUE, "prøven «{0}» gir {1}=\"{2}\", som ikke er noe svar der; rett verdien", \
	    "prøva «{0}» gir {1}=\"{2}\", som ikkje er noko svar der; rett verdien", \
	    "test “{0}” gives {1}=\"{2}\", which is no answer there; correct the value") \
	C(COMPLAINT_TEST_ELIGIBLE, "prøven «{0}» har eligible=\"yes\" og likevel outcome eller because; ta dem bort", \
	    "prøva «{0}» har eligible=\"yes\" og likevel outcome eller because; ta dei bort", \
	    "test “{0}” has eligible=\"yes\" and still outcome or because; take them away") \
	C(COMPLAINT_TEST_OUTCOME, "prøven «{0}» sier ikke hvordan det ender; skriv outcome=\"…\"", \
	    "prøva «{0}» seier ikkje korleis det endar; skriv outcome=\"…\"", \
	    "test “{0}” doesn't say how it ends; write outcome=\"…\"") \
	C(COMPLAINT_TEST_AWARD, "prøven «{0}» har eligible=\"no\" og likevel max-award; ta det bort", \
	    "prøva «{0}» har eligible=\"no\" og likevel max-award; ta det bort", \
	    "test “{0}” has eligible=\"no\" and still max-award; take it away") \
	C(COMPLAINT_TEST_BECAUSE, "prøven «{0}» viser til «{1}», som ikke er noen knock-out-regel; rett because", \
	    "prøva «{0}» viser til «{1}», som ikkje er nokon knock-out-regel; rett because", \
	    "test “{0}” points to “{1}”, which is no knock-out rule; correct because") \
	C(COMPLAINT_TEST_OTHER_OUTCOME, "prøven «{0}» har et annet outcome enn regelen «{1}»; rett en av dem", \
	    "prøva «{0}» har eit anna outcome enn regelen «{1}»; rett ein av dei", \
	    "test “{0}” has another outcome than rule “{1}”; correct one of them") \
	C(COMPLAINT_TEST_SCORE, "prøven «{0}» venter poeng, men ordningen gir ingen karakterer; ta bort score", \
	    "prøva «{0}» ventar poeng, men ordninga gir ingen karakterar; ta bort score", \
	    "test “{0}” expects a score, but the scheme gives no marks; take score away") \
	C(COMPLAINT_TEST_CRITERION, "prøven «{0}» gir karakter for «{1}», som ikke er noe kriterium; rett criterion", \
	    "prøva «{0}» gir karakter for «{1}», som ikkje er noko kriterium; rett criterion", \
	    "test “{0}” gives a mark for “{1}”, which is no criterion; correct criterion") \
	C(COMPLAINT_TEST_MARK, "prøven «{0}» gir karakteren {1}, som ikke er på skalaen; rett value", \
	    "prøva «{0}» gir karakteren {1}, som ikkje er på skalaen; rett value", \
	    "test “{0}” gives the mark {1}, which is not on the scale; correct value") \
	C(COMPLAINT_TEST_MESSAGE, "prøven «{0}» venter en melding ved «{1}», som verken er et spørsmål eller en regel; rett about", \
	    "prøva «{0}» ventar ei melding ved «{1}», som verken er eit spørsmål eller ein regel; rett about", \
	    "test “{0}” expects a message at “{1}”, which is neither a question nor a rule; correct about") \
	C(COMPLAINT_AID_UNKNOWN, "ingen grense for «{0}» står i conf/limits.xml; rett basis, eller legg den til der", \
	    "inga grense for «{0}» står i conf/limits.xml; rett basis, eller legg henne til der", \
	    "conf/limits.xml has no limit for “{0}”; correct basis, or add it there") \
	C(COMPLAINT_SCHEME_UNKNOWN, "det finnes ingen ordning som heter «{0}»; rett id-en, eller legg ordningen i mappen ved siden av", \
	    "det finst inga ordning som heiter «{0}»; rett id-en, eller legg ordninga i mappa ved sida av", \
	    "there is no scheme “{0}”; correct the id, or put the scheme in the folder beside it") \
	C(COMPLAINT_UNIT_UNKNOWN, "fylkeskommunen har ingen enhet «{0}»; velg en annen, eller legg den til i conf/county.xml", \
	    "fylkeskommunen har inga eining «{0}»; vel ei anna, eller legg henne til i conf/county.xml", \
	    "the county has no unit “{0}”; choose another, or add it to conf/county.xml") \
	C(COMPLAINT_BODY_UNKNOWN, "fylkeskommunen har ikke noe organ «{0}»; velg et annet, eller legg det til i conf/county.xml", \
	    "fylkeskommunen har ikkje noko organ «{0}»; vel eit anna, eller legg det til i conf/county.xml", \
	    "the county has no body “{0}”; choose another, or add it to conf/county.xml") \
	C(COMPLAINT_TEST_JUDGED, "prøven «{0}» lar en saksbehandler avgjøre «{1}», som ingen saksbehandler avgjør; rett rule", \
	    "prøva «{0}» lèt ein saksbehandlar avgjere «{1}», som ingen saksbehandlar avgjer; rett rule", \
	    "test “{0}” lets an officer judge “{1}”, which no officer judges; correct rule") \
	C(COMPLAINT_TEST_EXPECT, "prøven «{0}» venter noe av regelen «{1}», som ikke finnes; rett rule", \
	    "prøva «{0}» ventar noko av regelen «{1}», som ikkje finst; rett rule", \
	    "test “{0}” expects something of the rule “{1}”, which doesn't exist; correct rule") \
	C(COMPLAINT_TEST_VERDICT, "prøven «{0}» venter verdict=\"{2}\" av «{1}», men regelen er av et annet slag; skriv \"warning\" når den varsler og \"knock-out\" når den stanser", \
	    "prøva «{0}» ventar verdict=\"{2}\" av «{1}», men regelen er av eit anna slag; skriv \"warning\" når han varslar og \"knock-out\" når han stansar", \
	    "test “{0}” expects verdict=\"{2}\" of “{1}”, but that rule is of another kind; write \"warning\" when it warns and \"knock-out\" when it stops") \
	C(COMPLAINT_TEST_RUNG, "prøven «{0}» venter trinnet «{1}», som svarene ikke kan gi; rett rung", \
	    "prøva «{0}» ventar trinnet «{1}», som svara ikkje kan gi; rett rung", \
	    "test “{0}” expects the step “{1}”, which answers can't give; correct rung") \
	C(COMPLAINT_TEST_EARMARK, "prøven «{0}» venter øremerkingen «{1}», som ikke finnes; rett earmark", \
	    "prøva «{0}» ventar øyremerkinga «{1}», som ikkje finst; rett earmark", \
	    "test “{0}” expects the earmark “{1}”, which doesn't exist; correct earmark")
/* clang-format on */

#endif
