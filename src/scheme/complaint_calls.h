/* complaint_calls.h — complaints about calls; as in complaint_list.h. */
#ifndef SCHEME_COMPLAINT_CALLS_H
#define SCHEME_COMPLAINT_CALLS_H

/* clang-format off */
#define COMPLAINT_CALLS(C) \
	C(COMPLAINT_CALL_TWICE, "to utlysninger er runde {1} av {0}; gi den ene en annen round", \
	    "to utlysingar er runde {1} av {0}; gi den eine ein annan round", \
	    "two calls are round {1} of {0}; give one of them another round") \
	C(COMPLAINT_CALL_ORDER, "utlysningen lukker før den åpner; rett opens eller closes", \
	    "utlysinga lukkar før den opnar; rett opens eller closes", \
	    "the call closes before it opens; correct opens or closes") \
	C(COMPLAINT_CALL_YEAR, "fristen er i {0}, men year er {1}; rett en av dem, det kan ikke være mer enn ett år imellom", \
	    "fristen er i {0}, men year er {1}; rett ein av dei, det kan ikkje vere meir enn eitt år imellom", \
	    "the deadline is in {0}, but year is {1}; correct one of them, there can't be more than a year between") \
	C(COMPLAINT_CALL_MAIN_MISSING, "hovedrunden har ingen frist; skriv main-closes=\"…\"", \
	    "hovudrunda har ingen frist; skriv main-closes=\"…\"", \
	    "the main round has no deadline; write main-closes=\"…\"") \
	C(COMPLAINT_CALL_MAIN_ALONE, "main-closes hører bare til kind=\"main-then-continuous\"; ta den bort eller rett kind", \
	    "main-closes høyrer berre til kind=\"main-then-continuous\"; ta den bort eller rett kind", \
	    "main-closes belongs to kind=\"main-then-continuous\" only; take it away or correct kind") \
	C(COMPLAINT_CALL_MAIN_ORDER, "hovedrundens frist må ligge mellom opens og closes; rett main-closes", \
	    "hovudrunda sin frist må liggje mellom opens og closes; rett main-closes", \
	    "the main round's deadline must lie between opens and closes; correct main-closes") \
	C(COMPLAINT_CALL_LEAD_MISSING, "kind=\"relative\" sier ikke hvor lenge før start søknaden må komme; legg til <before-start>", \
	    "kind=\"relative\" seier ikkje kor lenge før start søknaden må komme; legg til <before-start>", \
	    "kind=\"relative\" doesn't say how long before the start an application must come; add <before-start>") \
	C(COMPLAINT_CALL_LEAD_FIXED, "en fast frist har ingen <before-start>; ta den bort eller rett kind", \
	    "ein fast frist har ingen <before-start>; ta den bort eller rett kind", \
	    "a fixed deadline has no <before-start>; take it away or correct kind") \
	C(COMPLAINT_CALL_LEAD_PERIOD, "fristen regnes fra aktivitetens start, men skjemaet til ordningen har ingen <period>; legg den til der", \
	    "fristen blir rekna frå aktiviteten sin start, men skjemaet til ordninga har ingen <period>; legg den til der", \
	    "the deadline is counted from the activity's start, but the scheme's form has no <period>; add it there") \
	C(COMPLAINT_CALL_ANSWER_DAY, "<answer> sier ikke når svaret kommer etter fristen; skriv by=\"…\"", \
	    "<answer> seier ikkje når svaret kjem etter fristen; skriv by=\"…\"", \
	    "<answer> doesn't say when the answer comes after the deadline; write by=\"…\"") \
	C(COMPLAINT_CALL_ANSWER_WEEKS, "<answer> sier ikke hvor lang tid svaret tar når søknader behandles fortløpende; skriv weeks=\"…\"", \
	    "<answer> seier ikkje kor lang tid svaret tar når søknader blir behandla fortløpande; skriv weeks=\"…\"", \
	    "<answer> doesn't say how long the answer takes when applications are handled as they come; write weeks=\"…\"") \
	C(COMPLAINT_CALL_ANSWER_NEITHER, "{0} i <answer> passer ikke til kind=\"{1}\"; ta det bort", \
	    "{0} i <answer> passar ikkje til kind=\"{1}\"; ta det bort", \
	    "{0} in <answer> doesn't go with kind=\"{1}\"; take it away") \
	C(COMPLAINT_CALL_ANSWER_EARLY, "svaret skal komme før fristen er ute; rett by", \
	    "svaret skal komme før fristen er ute; rett by", \
	    "the answer comes before the deadline is out; correct by") \
	C(COMPLAINT_CALL_COVERS, "perioden slutter før den begynner; rett from eller to", \
	    "perioden sluttar før den begynner; rett from eller to", \
	    "the period ends before it begins; correct from or to") \
	C(COMPLAINT_CALL_FRAME, "<frame> sier ingenting; skriv nok=\"…\", eller conditional=\"yes\" når summen ikke er kjent", \
	    "<frame> seier ingenting; skriv nok=\"…\", eller conditional=\"yes\" når summen ikkje er kjent", \
	    "<frame> says nothing; write nok=\"…\", or conditional=\"yes\" when the sum isn't known") \
	C(COMPLAINT_CALL_EARMARK_SIZE, "øremerkingen «{0}» må ha enten share eller nok; skriv én av dem, nok=\"0\" når ingenting holdes av denne gangen", \
	    "øyremerkinga «{0}» må ha anten share eller nok; skriv éin av dei, nok=\"0\" når ingenting blir halde av denne gongen", \
	    "earmark “{0}” must have either share or nok; write one of them, nok=\"0\" when nothing is kept this time") \
	C(COMPLAINT_CALL_EARMARK_TWICE, "øremerkingen «{0}» står to ganger i utlysningen; behold den ene", \
	    "øyremerkinga «{0}» står to gonger i utlysinga; behald den eine", \
	    "earmark “{0}” stands twice in the call; keep one of them") \
	C(COMPLAINT_CALL_EARMARK_UNKNOWN, "«{0}» er ingen øremerking i ordningen «{1}», som har: {2}; rett id, eller legg til <earmark id=\"{0}\"> i ordningen", \
	    "«{0}» er inga øyremerking i ordninga «{1}», som har: {2}; rett id, eller legg til <earmark id=\"{0}\"> i ordninga", \
	    "“{0}” is no earmark of the scheme “{1}”, which has: {2}; correct id, or add <earmark id=\"{0}\"> to the scheme") \
	C(COMPLAINT_CALL_EARMARK_MORE, "øremerkingene holder av {0}, mer enn rammen på {1}; senk dem i utlysningen, eller øk rammen", \
	    "øyremerkingane held av {0}, meir enn ramma på {1}; senk dei i utlysinga, eller auk ramma", \
	    "the earmarks keep {0}, more than the frame of {1}; lower them in the call, or raise the frame") \
	C(COMPLAINT_CALL_EARMARK_LOCKED, "lista er låst, så det som er øremerket, kan ikke endres; skriv det som var", \
	    "lista er låst, så det som er øyremerkt, kan ikkje endrast; skriv det som var", \
	    "the list is locked, so what is earmarked can’t change; write what it was") \
	C(COMPLAINT_CALL_CONDITION, "teksten i <frame> sier hva rammen avhenger av, men conditional er ikke yes; skriv conditional=\"yes\" eller ta teksten bort", \
	    "teksten i <frame> seier kva ramma avheng av, men conditional er ikkje yes; skriv conditional=\"yes\" eller ta teksten bort", \
	    "the text in <frame> says what the frame depends on, but conditional isn't yes; write conditional=\"yes\" or take the text away") \
	C(COMPLAINT_CALL_EMAIL, "«{0}» er ingen e-postadresse; rett email", \
	    "«{0}» er ingen e-postadresse; rett email", \
	    "“{0}” is no e-mail address; correct email") \
	C(COMPLAINT_CALL_EXTENDED, "den gamle fristen er ikke før den nye; rett from eller closes", \
	    "den gamle fristen er ikkje før den nye; rett from eller closes", \
	    "the old deadline isn't before the new one; correct from or closes") \
	C(COMPLAINT_CALL_EXTENDED_ORDER, "fristene i <extended> må stige; sett den eldste først", \
	    "fristane i <extended> må stige; sett den eldste først", \
	    "the deadlines in <extended> must rise; put the oldest first") \
	C(COMPLAINT_CALL_EXTENDED_OPENS, "den gamle fristen er før utlysningen åpnet; rett from eller opens", \
	    "den gamle fristen er før utlysinga opna; rett from eller opens", \
	    "the old deadline is before the call opened; correct from or opens") \
	C(COMPLAINT_CALL_STOPPED_TWICE, "utlysningen har både <{0}> og <{1}>; behold det som gjelder nå", \
	    "utlysinga har både <{0}> og <{1}>; behald det som gjeld no", \
	    "the call has both <{0}> and <{1}>; keep what holds now") \
	C(COMPLAINT_CALL_USED_UP, "en fast frist gjelder også når pengene er fordelt; ta bort <used-up>, eller bruk <cancelled>", \
	    "ein fast frist gjeld også når pengane er fordelte; ta bort <used-up>, eller bruk <cancelled>", \
	    "a fixed deadline holds even when the money is shared out; take <used-up> away, or use <cancelled>") \
	C(COMPLAINT_CALL_UPSTREAM, "den andre fristen er ikke før vår; rett closes i <upstream>", \
	    "den andre fristen er ikkje før vår; rett closes i <upstream>", \
	    "the other deadline isn't before ours; correct closes in <upstream>") \
	C(COMPLAINT_CALL_CYCLE, "ordningen lyses ut hvert {0}. år, men det er {1} år siden utlysningen i {2}; rett year eller <cycle>, eller skriv extra=\"yes\"", \
	    "ordninga blir lyst ut kvart {0}. år, men det er {1} år sidan utlysinga i {2}; rett year eller <cycle>, eller skriv extra=\"yes\"", \
	    "the scheme is announced every {0} years, but it is {1} since the call of {2}; correct year or <cycle>, or write extra=\"yes\"") \
	C(COMPLAINT_CALL_UNUSUAL, "fristen er en annen enn i <usual>; legg til <changed> med grunnen, eller rett closes", \
	    "fristen er ein annan enn i <usual>; legg til <changed> med grunnen, eller rett closes", \
	    "the deadline is another than in <usual>; add <changed> with the reason, or correct closes") \
	C(COMPLAINT_CALL_CHANGED, "<changed> sier at fristen er en annen enn vanlig, men den er som vanlig; ta det bort", \
	    "<changed> seier at fristen er ein annan enn vanleg, men den er som vanleg; ta det bort", \
	    "<changed> says that the deadline is another than usual, but it is the usual one; take it away") \
	C(COMPLAINT_CALL_SHORTENED, "utlysningen har åpnet med frist {0}, og noen regner med den; fristen kan ikke flyttes fram til {1}. Sett closes tilbake, eller avlys med <cancelled>", \
	    "utlysinga har opna med frist {0}, og nokon reknar med den; fristen kan ikkje bli flytta fram til {1}. Sett closes tilbake, eller avlys med <cancelled>", \
	    "the call has opened with the deadline {0}, and people rely on it; it can't be moved forward to {1}. Put closes back, or call it off with <cancelled>") \
	C(COMPLAINT_CALL_EXTENDED_WHY, "fristen flyttes fra {0} til {1} etter at utlysningen har åpnet; legg til <extended> med den gamle fristen og grunnen", \
	    "fristen blir flytta frå {0} til {1} etter at utlysinga har opna; legg til <extended> med den gamle fristen og grunnen", \
	    "the deadline is moved from {0} to {1} after the call has opened; add <extended> with the old deadline and the reason") \
	C(COMPLAINT_CALL_OPENED, "utlysningen åpnet {0}, og det kan ikke endres nå; sett opens tilbake", \
	    "utlysinga opna {0}, og det kan ikkje endrast no; sett opens tilbake", \
	    "the call opened {0}, which can't be changed now; put opens back") \
	C(COMPLAINT_CALL_KIND, "utlysningen har åpnet som {0} og kan ikke bli {1}; sett kind tilbake, eller lag en ny utlysning", \
	    "utlysinga har opna som {0} og kan ikkje bli {1}; sett kind tilbake, eller lag ei ny utlysing", \
	    "the call has opened as {0} and can't become {1}; put kind back, or make a new call") \
	C(COMPLAINT_CALL_LEAD_LONGER, "utlysningen har åpnet, og <before-start> kan ikke kreve lengre tid enn før; sett den tilbake", \
	    "utlysinga har opna, og <before-start> kan ikkje krevje lengre tid enn før; sett den tilbake", \
	    "the call has opened, and <before-start> can't ask for more time than before; put it back") \
	C(COMPLAINT_CALL_COVERS_LESS, "utlysningen har åpnet, og <covers> kan ikke dekke mindre enn før; sett from og to tilbake", \
	    "utlysinga har opna, og <covers> kan ikkje dekkje mindre enn før; sett from og to tilbake", \
	    "the call has opened, and <covers> can't cover less than before; put from and to back") \
	C(COMPLAINT_CALL_FRAME_SPENT, "{0} er alt tildelt, så rammen kan ikke bli lavere enn det; rett nok", \
	    "{0} er alt tildelt, så ramma kan ikkje bli lågare enn det; rett nok", \
	    "{0} has been awarded already, so the frame can't be lower than that; correct nok") \
	C(COMPLAINT_CALL_SHARED_SUM, "rammen er den som «{0}» har, og den sier summen og om den er bevilget; ta bort nok, conditional og tekst", \
	    "ramma er den som «{0}» har, og den seier summen og om han er løyvd; ta bort nok, conditional og tekst", \
	    "the frame is that of “{0}”, which says the sum and whether it is granted; take nok, conditional and text away") \
	C(COMPLAINT_CALL_SHARED_SELF, "utlysningen deler ramme med seg selv; skriv den andre ordningen i shared-with, eller nok=\"…\"", \
	    "utlysinga deler ramme med seg sjølv; skriv den andre ordninga i shared-with, eller nok=\"…\"", \
	    "the call shares its frame with itself; write the other scheme in shared-with, or nok=\"…\"") \
	C(COMPLAINT_CALL_SHARED_MISSING, "«{0}» har ingen utlysning for {1}, runde {2}, med egen ramme; rett shared-with, eller lys ut den først", \
	    "«{0}» har inga utlysing for {1}, runde {2}, med eiga ramme; rett shared-with, eller lys ut den først", \
	    "“{0}” has no call for {1}, round {2}, with a frame of its own; correct shared-with, or announce that one first") \
	C(COMPLAINT_CALL_SHARED_LOCKED, "utlysningen har en låst innstilling, så rammen den deler kan ikke byttes; rett shared-with", \
	    "utlysinga har ei låst innstilling, så ramma ho deler kan ikkje bytast; rett shared-with", \
	    "the call has a locked list, so the frame it shares can't be another; correct shared-with") \
	C(COMPLAINT_CALL_SCHEME, "utlysningene er av «{0}», men ordningen heter «{1}»; rett scheme", \
	    "utlysingane er av «{0}», men ordninga heiter «{1}»; rett scheme", \
	    "the calls are of “{0}”, but the scheme is “{1}”; correct scheme") \
	C(COMPLAINT_CALL_SCHEME_MISSING, "ordningen «{0}» finnes ikke; rett scheme, eller lag conf/schemes/{0}.xml", \
	    "ordninga «{0}» finst ikkje; rett scheme, eller lag conf/schemes/{0}.xml", \
	    "there is no scheme “{0}”; correct scheme, or make conf/schemes/{0}.xml") \
	C(COMPLAINT_CALL_FILE, "filen heter ikke som ordningen; gi den navnet {0}.xml", \
	    "fila heiter ikkje som ordninga; gi den namnet {0}.xml", \
	    "the file isn't named as the scheme; call it {0}.xml")
/* clang-format on */

#endif
