"""What must be known of languages: the letters and the commonest words of each, by the script it is written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language in its letters and its words."""

    letters: str
    """Its small letters beyond a–z, the commonest first; of an alphabet that is not Latin all, likewise, or none."""
    words: frozenset[str]
    """About thirty of its commonest words, in small letters."""


def _of(letters: str, words: str) -> Language:
    return Language(letters, frozenset(words.split()))


LATIN: dict[str, Language] = {
    "en": _of(
        "éáíóñüöçèïãêôâë",
        "the of and to in that is was for on with said by at from his has as he it be are its have who this had not "
        "a an or were will they but more one about been after which",
    ),
    "de": _of(
        "üäößé",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat wird bei",
    ),
    "fr": _of(
        "éèàêçôùâîûëïœüæ",
        "le la les des et en du que une un dans est pour par sur qui au plus pas avec ce il sont a ne se de aux été",
    ),
    "es": _of(
        "óíáéñúü",
        "el los las de que y en la del se por con para una su al lo como más pero sus este ha un es no fue entre sobre",
    ),
    "it": _of(
        "èàùòéì",
        "il di che la e in un per del non una con sono alla della dei nel gli anche le si da ha i è al ma come dal lo",
    ),
    "pt": _of(
        "ãçáéíóêõâúàôü",
        "o de que e do da em um para com não uma os no se na por mais as dos ao foi das à é a são pelo pela como",
    ),
    "gl": _of(
        "óáéíñúü",
        "o de que e do da en un para con non unha os no se na por máis as dos ao foi das á é a polo pola xunta coa",
    ),
    "ca": _of(
        "àéóèíçòúïü·",
        "el la els les de que i en del amb per una un a és no més al dels ha han va ser com aquest però seva també",
    ),
    "nl": _of(
        "ëéïóèöüê",
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar heeft uit die was maar",
    ),
    "af": _of(
        "ëêéïôû", "die van en in het is dat op te nie om vir wat met aan ook deur sy by hy was sal kan uit na een"
    ),
    "sv": _of(
        "äåöé",
        "och att det som en på är av för med den till inte har de om ett men var jag från vid ska kan så i efter han",
    ),
    "da": _of(
        "åøæé",
        "og at det som en på er af for med den til ikke har de om et men var jeg fra ved skal kan så i efter han der "
        "blev bliver også sig mod siger nu mere op ud har",
    ),
    "no": _of(
        "åøæéòó",
        "og at det som en på er av for med den til ikke har de om et men var jeg fra ved skal kan så i etter han å "
        "ble blir også seg mot sier nå mer opp ut har være",
    ),
    "nn": _of(
        "åøæéòó",
        "og at det som ein på er av for med den til ikkje har dei om eit men var eg frå skal kan i etter han å vart",
    ),
    "is": _of(
        "ðáíóéþöæúý",
        "og að í á er sem til um við það en hann var ekki af með fyrir því eru frá hafa hefur verið segir þá úr eftir",
    ),
    "fi": _of(
        "äöåšž",
        "ja on ei että se hän ovat oli myös mutta kun kuin tai sekä mukaan joka jotka sen ole voi jo vain nyt mitä",
    ),
    "et": _of(
        "äõüöšž", "ja on ei et see ta oli ka kui mis aga või ning nii oma selle ole kes seda välja on pärast mille siis"
    ),
    "hu": _of(
        "áéőöóüíúű",
        "a az és hogy nem is egy azt meg volt ez már csak mint de szerint még el ki lesz vagy pedig után lehet ezt van",
    ),
    "pl": _of(
        "łóężąśćńź",
        "w i na z się do nie to że jest o jak po co od za ale przez dla są który oraz już tym była ma przed tego",
    ),
    "cs": _of(
        "íáéěýřčžšůúťďňó",
        "a se na v je že to s z do o i ve pro za by podle ale jsou jako který po jsme už bude které také při od však",
    ),
    "sk": _of(
        "áíéýčžšúľťôňďóĺŕä",
        "a sa na v je že to s z do o aj vo pre za by podľa ale sú ako ktorý po sme už bude ktoré pri od však bol",
    ),
    "sl": _of("čšž", "in je v na se za da so ki pa z po s tudi ne bi o kot od še bo iz pri bil do lahko ter če med ni"),
    "hr": _of(
        "čžšćđ",
        "i je u na se da za su od s o koji kao što bi iz će nije ali ne do te koja također prije nakon rekao svijetu "
        "vrijeme gdje tijekom prema",
    ),
    "bs": _of(
        "čžšćđ",
        "i je u na se da za su od s o koji kao što bi iz će nije ali ne do te koja također prije nakon rekao "
        "hiljada općina saopćeno uslova",
    ),
    "sr": _of(
        "čžšćđ",
        "i je u na se da za su od s o koji kao što bi iz će nije ali ne do te koja takođe pre posle rekao svetu "
        "vreme gde tokom prema",
    ),
    "ro": _of(
        "ăîâșțşţ",
        "de în și a la cu pe că din care nu au fost este pentru un o al să ca mai prin după sau sunt fi ale lui ar",
    ),
    "lt": _of(
        "ėšžįųūčąę",
        "ir kad yra į iš su bet tai kaip apie jo buvo ne už dėl per po pagal taip tik jau nuo gali metų ar bus savo",
    ),
    "lv": _of(
        "āēšīžņļķūģč", "un ir ka no uz ar par kas bet pēc to kā arī tika vai līdz nav gan tas bija pie viņš šo tiek lai"
    ),
    "sq": _of(
        "ëç", "të e në për me dhe se që një nga i është ka u do si nuk më por janë ishte kanë duke këtë tha ai ky"
    ),
    "tr": _of(
        "ıışğüçöâî",
        "ve bir bu da de için ile olarak daha çok olan gibi sonra kadar ancak en o ise var ne olduğunu göre yeni",
    ),
    "az": _of("əıüşöğç", "və bu bir ki ilə üçün də da olan o edib isə daha çox sonra kimi görə olub deyib hər etmək"),
    "vi": _of(
        "àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ\u0300\u0301\u0303\u0309\u0323",
        "và của là có được trong cho các không một người với những đã này khi đến từ tại ra để về ở năm vào cũng",
    ),
    "id": _of(
        "é", "yang dan di untuk dengan pada ini dari dalam tidak itu akan ke oleh juga adalah telah karena bisa saat"
    ),
    "ms": _of(
        "é", "yang dan di untuk dengan pada ini dari dalam tidak itu akan ke oleh juga adalah telah kerana boleh ketika"
    ),
    "ga": _of("áéíóú", "an na agus ar i le go is a do bhí sé ag atá ach sin leis chun mar ní tá leis bheith"),
    "cy": _of("ŵŷâêîôû", "y yn a i o ei ar mae gan wedi bod hefyd ond yr am yw ac oedd fod eu roedd"),
    "eu": _of("ñ", "eta da ez du bat dira zen ere baina egin izan dute bere behar hori dela duen beste baino"),
    "tl": _of("ñ", "ng sa ang na mga ay si ni at para hindi ito kay nang mula kung siya din"),
    "sw": _of(
        "", "ya na wa kwa ni katika za la kuwa hiyo cha huo alisema kama hii pia baada hilo yake lakini watu hayo huyo"
    ),
    "so": _of(
        "é", "oo ka ay ku in iyo ah uu la waxaa ayaa si soo ee ayay wuxuu isku laga kala loo waa kale waxay inuu"
    ),
    "ha": _of(
        "ƙɗɓƴ’", "da a ya na ta cewa ba wani shi sun domin ne ce yi kuma wannan ana yana kan za cikin wata daga ga"
    ),
    "yo": _of(
        "ọẹṣàáèéìíòóùúǹḿ",
        "ni ti o wọn ń ati sí pé tó lati naa kan ninu fun rẹ awọn ní tí àti náà bí kò yìí ló fi si pe bi "
        "ọjọ sọ ọdun n yii ko",
    ),
}

CYRILLIC: dict[str, Language] = {
    "ru": _of(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        "в и на не что с по из к как о для от за его это у а было до также он при был года их том все но после она",
    ),
    "uk": _of(
        "оаинівтерслкдумпяьзгбчхйцжїюєшфщґ",
        "в у і на що не з до та за як про є від для його це й які але був які також із року під час ще або він вони",
    ),
    "be": _of(
        "анірыоктсеяцлдпвузмгчбьйўшжхюэёф",
        "і ў у на не што з да як па для ад за гэта яго але быў таксама ён якія пра гэтага былі",
    ),
    "bg": _of(
        "аионетрсвлпдкмъзягучбщцйжхшфюь",
        "и на да се от за в че не по са като до ще с това е които му беше според след или има при ги също той но е",
    ),
    "mk": _of(
        "аоиетнрсвлдкпмујзгбчшцжфхќѓљњџѕ",
        "и на да се од за во дека не по се како до ќе со ова е кои му беше според по или има при ги исто тој",
    ),
    "sr": _of(
        "аоиенрстјувкдмплзгбчшцњћжљхђфџ",
        "и је у на се да за су од с о који као што би из ће није али не до те која рекао према",
    ),
    "kk": _of(
        "аеынтрлідмсқкоубжпғшзөәиңйгүұяхчцэюфъьһв", "және мен бұл үшін деп бір да де бойынша туралы болып жылы ол бар"
    ),
    "ky": _of(
        "аынекртоулидмбшгжпсүөчйзңэяхювфцъь", "жана менен бул үчүн деп бир да боюнча жөнүндө болуп жылы ал бар эле"
    ),
    "mn": _of("ааийнгролэдтсүөхбуыжмзвшяцёчпькюеф", "нь байна юм болон энэ гэж байгаа улсын хийх болно тухай ч бол уу"),
}

ARABIC: dict[str, Language] = {
    "ar": _of(
        "اليمنوترةبعدأسفكقحهجشإصىخطضزثذئغءظؤآًٌٍَُِّْ",
        "في من على أن إلى التي عن مع الذي ما هذا لا هذه كان بعد ذلك بين قال كما أو قد خلال حيث إن كل وقال هو وفي",
    ),
    "fa": _of(
        "ایرنودمهتبسشکزگفلعقخجپحآصچطذضظغئثژء\u200cكي",
        "و در به از که این را با است برای آن های می یک بر خود تا کرد بود شد هم ها شده گفت کند باشد نیز اما ما وی",
    ),
    "ur": _of(
        "اےیرکنوسمہتلبدپگھعجںفقشٹچحخزڑصآطئڈغضثذظءۓژۂؤ",
        "کے میں کی ہے اور سے کا کو نے اس کہ پر ہیں کر بھی یہ ایک تھا جو کہا ان ہو گیا تو نہیں وہ گے لیے",
    ),
    "ps": _of(
        "اوهدپيرنلتمکېسبشکړچغټځښګخقډڅفحجعزئۍژطڼءصضظثذيیګ", "د په چې او کې ته له دی کړی شوي هم یې دا څخه کوي سره ده شو"
    ),
    "ku": _of(
        "ەیانوردکتبسێملۆگشهپخڕعفجزحغقچڵئژڤءھكيى",
        "لە و بۆ بە کە ئەم بۆ ئەو لەگەڵ سەر دوای کرد لەلایەن هەروەها یان بوو ئەوەی لەسەر لەم بێت دەبێت ساڵی هەر ئەمە",
    ),
    "ug": _of("اىنلېرەدىقئغىتشسۇكبيمگھچپوۇۈۆزخجڭفژۋ", "ۋە بىلەن بۇ بىر ئۈچۈن دەپ بولۇپ ھەم ئۇ يەنە كېرەك بار"),
}

DEVANAGARI: dict[str, Language] = {
    "hi": _of("", "के में की है और से को का पर ने कि यह हैं एक भी लिए नहीं कर इस था जो ही हो रहे साथ तो गया बाद"),
    "mr": _of("", "आहे आणि या व ते की तो हे ही च असे आहेत होते नाही केली केला मात्र होता त्या एक झाली यांनी करण्यात"),
    "ne": _of("", "र छ को मा ले पनि भएको गर्ने छन् गरेको यो हो लागि गरी तथा वा भने गरिएको हुने छैन नेपाल बताए"),
}

HEBREW: dict[str, Language] = {
    "he": _of(
        "יוהלאמברתשנעםדקחטפצכסגזןךףץ", "של את על לא הוא עם כי זה גם היא אל או אם יש כל בין אבל היה אחרי לפני כך אמר"
    ),
    "yi": _of("יאוןרעטנדלבסגמפשקהםחכצזךףץתײױװ", "און די פון צו איז דער אין מיט אויף דאס אז האט ער נישט פאר וואס אבער"),
}

ETHIOPIC: dict[str, Language] = {
    "am": _of("", "ነው ላይ እና ውስጥ ነበር ወደ ጋር ይህ ግን እንደ ሲሆን አንድ ደግሞ ያለው በዚህ ይህን ናቸው ከዚህ ሆኖ ብለዋል ዓ ም"),
    "ti": _of("", "ናይ ኣብ እዩ ካብ ነቲ ከም ምስ እቲ ድማ ኣብቲ ዝነበረ ነዚ እዚ ኮይኑ እዮም እውን ግን ነበረ"),
}

GREEK = {
    "el": _of(
        "αοιτεσνηυρπκμλςωδγίάόέχθήφύώβξζψϊΐ",
        "και το να του η της με που την από για τα στο είναι ο οι τη τον των θα σε δεν ότι στη στην ένα μια",
    ),
}
THAI = {"th": _of("านรอกเงมยลวดทสตะปบคหแจพชขใไโผธซณฐศถษภฎญฉฒฟฏ่้ัี์ิืุู็ึำฤๆ", "ที่ และ ใน ของ การ เป็น ได้ มี ให้ จะ ว่า")}

ALPHABETS: tuple[tuple[str, str, dict[str, Language]], ...] = (
    ("Latin", r"A-Za-z\u00c0-\u024f\u1e00-\u1eff", LATIN),
    ("Cyrillic", r"\u0400-\u052f", CYRILLIC),
    ("Arabic", r"\u0600-\u06ff\u0750-\u077f", ARABIC),
    ("Devanagari", r"\u0900-\u097f", DEVANAGARI),
    ("Hebrew", r"\u0590-\u05ff", HEBREW),
    ("Ethiopic", r"\u1200-\u137f", ETHIOPIC),
)
"""Script, range and languages, of the scripts that several large languages are written in."""

ENGLISH_WORDS = LATIN["en"].words | frozenset(
    "do her him if its me my no our she so than their them us we what you your".split()
)
"""The words of every English sentence."""
_WORDS = ENGLISH_WORDS.union(*(language.words for language in LATIN.values()))


def is_of_every_sentence(text: str) -> bool:
    """Whether a sentence needs this word, written so: `us` and, at its beginning, `Us`, but not `US`."""
    return text in _WORDS if text.islower() else text.istitle() and text.lower() in ENGLISH_WORDS


HAN_COMMON = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起"
    "还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种"
    "声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代"
    "军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利"
    "受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思"
    "非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语"
    "英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石"
    "這來國個說們為時會過學對後麼還發當開無經頭動兩長樣現將進實點種聲兒問機給幾業間電門東氣關並內軍產體別處總場師書員報馬張難數車"
    "應親務記邊戰許覺題統請愛讓認論義術結連遠資隊帶條變聯權該領傳紅決達辦運強眾輕語滿寫識極黃錢黨設雙歷廣議際則單據導網專億縣選舉區"
)
"""The commonest Han characters of Chinese news, simplified, and what they are in the traditional form."""
HAN_JAPANESE = (
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食"
    "車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院"
    "心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医"
    "仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢"
    "政議民連対部合市内相定回選米実関決全表戦経最現調化当約首法性要制治務成期取都和機平加受続進数記初指権支産点報済活原共得解交資予"
    "向際勝面告反判認参利組信在件側任引求所次昨論官増係感情投示変打直両式確果容必演歳争談能位置流格疑過局放常状球職与供役構割身費"
)
"""The commonest kanji of Japanese news."""
HANGUL_COMMON = (
    "이다는에의고가을지하로사한를은기도대서자해나정리그어부일시인아전제라주보상원수장국들과구있으동비무위경여조만면세우마니계공안소"
    "신유성바말방거적했것및일년월미스산당오관물중진용업개법의연후생화오내회선민행명발치음모드트현반출분간결제받체차통양않될되된합심"
    "투영크래러할없각였남북임본실강려입교건단표력재속달올더까때등와터추학금프석늘태외"
)
"""The commonest syllables of Korean news."""
