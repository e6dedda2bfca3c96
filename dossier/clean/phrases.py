"""What the buttons and notices of news pages say, as whole lines: by rule, and within a rule by language.

Capitals, signs and numbers make no difference: `12 Comments`, `» Share` and `SHARE` are the phrases below.
"""

from __future__ import annotations

import re

PHRASES: dict[str, dict[str, str]] = {
    "advertisement": {
        "en": "ad|ads|ad feedback|ads by google|advertisement|advertisements|paid post|paid content"
        "|promoted content|promoted stories|sponsored|sponsored stories|sponsor content|partner content"
        "|report this ad|remove ads|hide this ad|skip ad|advertise with us|why am i seeing this ad"
        "|from our partners|around the web|from around the web|more from our partners",
        "de": "anzeige|anzeigen|werbung|werbung ausblenden|bezahlter inhalt|gesponserter inhalt",
        "fr": "publicité|annonce|contenu sponsorisé|contenus sponsorisés",
        "es": "publicidad|contenido patrocinado|anuncio",
        "it": "pubblicità|contenuto sponsorizzato|contenuti sponsorizzati",
        "pt": "publicidade|conteúdo patrocinado|pub",
        "nl": "advertentie|gesponsord|gesponsorde inhoud",
        "sv": "annons|annonser|annonsinnehåll|innehåll från annonsör",
        "pl": "reklama|materiał sponsorowany|artykuł sponsorowany|materiał partnera",
        "tr": "reklam|reklamlar|sponsorlu içerik",
        "ru": "реклама|на правах рекламы|партнерский материал",
        "zh": "广告|廣告|赞助内容|贊助內容",
        "ja": "広告|スポンサーコンテンツ",
        "ko": "광고",
        "ar": "إعلان|إعلانات",
    },
    "story-continues": {
        "en": "story continues|story continues below|story continued below|story continues below advertisement"
        "|story continues below ad|story continues below this ad|story continues below video"
        "|story continues after ad|story continues after advertisement|story continues after the ad"
        "|article continues below|article continues below advertisement|article continues after advertisement"
        "|article continues after sponsor message|article continues below this ad|continued below"
        "|continues below|continue reading|continue reading below|continue reading the main story"
        "|continue reading this story|continue to article|keep reading|keep reading below|read on"
        "|read more below|scroll down to continue|scroll to continue|scroll down for more|scroll down for video"
        "|scroll for more|scroll to continue with content|post continues below|text continues below"
        "|content continues below|read full story|read the full story|read full article|read the full article"
        "|show full article|expand to continue reading|click to continue reading",
        "de": "artikel wird unter der anzeige fortgesetzt|der artikel wird nach der anzeige fortgesetzt"
        "|artikel wird nach der anzeige fortgesetzt|weiterlesen nach der anzeige|nach der anzeige weiterlesen"
        "|lesen sie nach der anzeige weiter|weiter nach der anzeige|weiterlesen|jetzt weiterlesen"
        "|artikel weiterlesen|der artikel geht nach der anzeige weiter|zum artikel|ganzen artikel lesen",
        "fr": "la suite après la publicité|la suite après cette publicité|l'article continue après la publicité"
        "|lire la suite|lire l'article|lire l'article complet|la suite ci-dessous|poursuivre la lecture"
        "|continuer la lecture",
        "es": "continúa leyendo|continuar leyendo|sigue leyendo|seguir leyendo|continúa después de la publicidad"
        "|la nota continúa después de la publicidad|la noticia continúa debajo de esta publicidad"
        "|sigue leyendo debajo de la publicidad|leer artículo completo|leer nota completa",
        "it": "continua a leggere|continua la lettura|continua dopo la pubblicità"
        "|l'articolo continua dopo la pubblicità|l'articolo prosegue dopo la pubblicità|leggi tutto"
        "|leggi l'articolo completo",
        "pt": "continua após a publicidade|continua depois da publicidade|continua após publicidade"
        "|continue lendo|continue a ler|continuar a ler|continuar lendo|continue lendo após a publicidade"
        "|leia a matéria completa",
        "nl": "lees verder|verder lezen|lees verder na de advertentie|lees verder onder de advertentie"
        "|lees verder onder de foto|artikel gaat verder onder de advertentie"
        "|de tekst gaat verder onder de advertentie|tekst gaat verder onder de advertentie"
        "|tekst gaat verder onder de foto|de tekst gaat verder onder de foto"
        "|tekst loopt door onder de advertentie|tekst loopt door onder de foto",
        "sv": "artikeln fortsätter under annonsen|artikeln fortsätter efter annonsen|artikeln fortsätter nedan"
        "|fortsätt läsa|läs vidare|läs hela artikeln",
        "pl": "czytaj dalej|dalsza część artykułu pod wideo|dalsza część tekstu pod wideo"
        "|dalsza część artykułu pod materiałem wideo|dalsza część tekstu pod materiałem wideo"
        "|dalszy ciąg materiału pod wideo|dalszy ciąg artykułu pod reklamą|dalsza część tekstu pod reklamą"
        "|reszta artykułu pod materiałem wideo",
        "tr": "haberin devamı|devamını oku|haberin devamı için tıklayın|haberin devamı için tıklayınız"
        "|okumaya devam et|haberin devamı aşağıda",
        "ru": "читать далее|читать дальше|читать полностью|продолжение ниже|продолжение после рекламы"
        "|показать полностью",
        "zh": "阅读全文|继续阅读|展开全文|展开阅读全文|点击阅读全文|查看全文|閱讀全文|繼續閱讀|展開全文",
        "ja": "続きを読む|記事の続きを読む|全文を読む|もっと読む|次のページへ",
        "ko": "계속 읽기|기사 더 보기|더 보기|더보기|전문 보기",
        "ar": "اقرأ المزيد|تابع القراءة|متابعة القراءة|إقرأ المزيد",
    },
    "button": {
        "en": "close|share|shares|share this|share this article|share this story|share this page|share this post"
        "|share article|share story|share this with|share via|share by email|share via email|share link"
        "|share full article|share on|share on facebook|share on twitter|share on x|share on whatsapp"
        "|share on linkedin|share on reddit|share on pinterest|share on tumblr|share on telegram"
        "|share to facebook|share to twitter|share to flipboard|share with facebook|share with twitter"
        "|post on facebook|tweet|tweet this|retweet|email this|email this article|email this story"
        "|email a friend|email to a friend|email article|mail this article|send to a friend|send by email"
        "|print this|print this article|print this page|print this story|print article|print page"
        "|printer friendly|print friendly|pin it|save this|save article|save story|save for later"
        "|save this article|save this story|saved|bookmark|bookmark this|add to favorites|gift article"
        "|gift this article|reprints|request reprints|get reprints|copy link|copy url|copy the link|link copied"
        "|link copied to clipboard|copied to clipboard|copy link to clipboard|copy to clipboard|url copied"
        "|permalink|like this|opens in new window|opens in a new window|opens in new tab|opens in a new tab"
        "|open in app|open app|read comments|view comments|show comments|hide comments|see comments"
        "|view all comments|load comments|load more comments|leave a comment|leave a reply|add a comment"
        "|add comment|post a comment|write a comment|comment on this story|comment on this article"
        "|comments are closed|no comments|no comments yet|be the first to comment|join the conversation"
        "|join the discussion|sign in to comment|log in to comment|report abuse|flag as inappropriate|reply"
        "|replies|skip to content|skip to main content|skip to navigation|back to top|return to top|go to top"
        "|top of page|back to home|go back|next article|previous article|next story|previous story|next post"
        "|previous post|next page|previous page|load more|show more|show less|see more|see all|see less|view all"
        "|view more|expand|expand all|collapse|dismiss|got it|learn more|find out more|menu|main menu"
        "|toggle menu|toggle navigation|open menu|close menu|sign in|sign out|log in|log out|login|register"
        "|my account|create account|create an account|create a free account|accept cookies|accept all cookies"
        "|cookie settings|cookie policy|privacy policy|privacy notice|terms of use|terms of service"
        "|terms and conditions|contact us|about us|site map|sitemap|report a typo|report an error"
        "|suggest a correction|submit a correction|send feedback|give feedback|was this article helpful"
        "|increase text size|decrease text size|text size|font size|change text size|google preferred source"
        "|add us on google|follow|follow us|unfollow|follow author|view profile|article bookmarked|vote now"
        "|take our poll",
        "de": "schließen|teilen|artikel teilen|auf facebook teilen|auf twitter teilen|bei facebook teilen"
        "|per mail teilen|per e-mail teilen|per whatsapp teilen|link kopieren|link kopiert|drucken"
        "|artikel drucken|seite drucken|drucken versenden|versenden|merken|artikel merken|merkliste|vorlesen"
        "|artikel anhören|kommentieren|kommentare lesen|kommentare anzeigen|kommentar schreiben"
        "|kommentar verfassen|zur startseite|nach oben|zum seitenanfang|mehr anzeigen|mehr laden"
        "|weniger anzeigen|zum inhalt springen|anmelden|abmelden|registrieren|einloggen|impressum|datenschutz"
        "|datenschutzerklärung|fehler melden|feedback senden",
        "fr": "fermer|partager|partager l'article|partager cet article|partager sur facebook|partager sur twitter"
        "|partager sur linkedin|partager sur whatsapp|partager par e-mail|partager via|envoyer par email"
        "|envoyer par e-mail|envoyer par mail|envoyer à un ami|imprimer|imprimer l'article|copier le lien"
        "|lien copié|ajouter aux favoris|ajouter à vos favoris|commenter|réagir|lire les commentaires"
        "|voir les commentaires|ajouter un commentaire|laisser un commentaire|retour en haut|haut de page"
        "|voir plus|afficher plus|voir tout|aller au contenu|aller au contenu principal|se connecter|connexion"
        "|s'inscrire|s'identifier|mentions légales|plan du site|agrandir le texte|réduire le texte"
        "|offrir l'article|signaler une erreur",
        "es": "cerrar|compartir|compartir artículo|compartir en facebook|compartir en twitter"
        "|compartir en whatsapp|compartir por correo|compartir esta noticia|comparte esta noticia|comparte"
        "|imprimir|imprimir artículo|enviar por correo|enviar por email|copiar enlace|copiar link|enlace copiado"
        "|guardar artículo|comentar|ver comentarios|ir a los comentarios|deja un comentario|deja tu comentario"
        "|dejar un comentario|volver arriba|ir arriba|ver más|mostrar más|cargar más|ver todo"
        "|saltar al contenido|ir al contenido|iniciar sesión|inicia sesión|regístrate|aviso legal"
        "|política de privacidad",
        "it": "chiudi|condividi|condividi su facebook|condividi su twitter|condividi su whatsapp"
        "|condividi l'articolo|condividi questo articolo|invia per email|stampa|stampa articolo"
        "|stampa l'articolo|copia link|link copiato|salva articolo|commenta|leggi i commenti|mostra commenti"
        "|lascia un commento|torna su|torna in alto|mostra altro|mostra di più|carica altri|vai al contenuto"
        "|accedi|registrati|note legali",
        "pt": "fechar|compartilhar|compartilhe|compartilhe no facebook|compartilhe no twitter"
        "|compartilhe no whatsapp|compartilhe esta notícia|compartilhar no facebook|partilhar|partilhe"
        "|partilhar no facebook|imprimir|enviar por e-mail|enviar por email|copiar link|link copiado|comentar"
        "|ver comentários|deixe um comentário|deixe o seu comentário|voltar ao topo|ver mais|mostrar mais"
        "|carregar mais|ir para o conteúdo|entrar|iniciar sessão|cadastre-se",
        "nl": "sluiten|delen|deel dit artikel|deel dit|deel op facebook|deel op twitter|deel via whatsapp"
        "|deel via e-mail|afdrukken|artikel afdrukken|kopieer link|link kopiëren|link gekopieerd|bewaar artikel"
        "|reageer|reageren|bekijk reacties|toon reacties|terug naar boven|toon meer|meer laden|inloggen"
        "|aanmelden|registreren",
        "sv": "stäng|dela|dela artikeln|dela artikel|dela på facebook|dela på twitter|dela via e-post|skriv ut"
        "|kopiera länk|länk kopierad|spara artikel|spara artikeln|kommentera|visa kommentarer|till toppen"
        "|tillbaka till toppen|visa mer|visa fler|logga in|logga ut",
        "pl": "zamknij|udostępnij|udostępnij na facebooku|podziel się|wyślij znajomemu|wyślij e-mailem|drukuj"
        "|kopiuj link|skopiuj link|zapisz artykuł|skomentuj|dodaj komentarz|pokaż komentarze|zobacz komentarze"
        "|do góry|wróć na górę|pokaż więcej|zobacz więcej|zaloguj się|zaloguj|zarejestruj się",
        "tr": "kapat|paylaş|facebook'ta paylaş|twitter'da paylaş|whatsapp'ta paylaş|yazdır|linki kopyala"
        "|bağlantıyı kopyala|yorum yap|yorumlar|yorum yaz|yorumları göster|yukarı çık|daha fazla göster"
        "|giriş yap|üye ol|kaydet",
        "ru": "закрыть|поделиться|поделиться в facebook|поделиться в вконтакте|поделиться ссылкой"
        "|скопировать ссылку|ссылка скопирована|распечатать|версия для печати|отправить по почте|комментировать"
        "|комментарии|оставить комментарий|показать комментарии|читать комментарии|наверх|показать еще"
        "|показать ещё|загрузить еще|войти|регистрация|вконтакте|одноклассники",
        "zh": "关闭|關閉|分享|分享到|分享至|转发|打印|打印本页|打印本稿|收藏|评论|发表评论|查看评论|我要评论"
        "|复制链接|返回顶部|回到顶部|返回首页|关闭窗口|加载更多|查看更多|点击加载更多|登录|注册|字号|微信扫一扫"
        "|扫一扫分享|分享到微信|分享到微博|分享到朋友圈|新浪微博|腾讯微博|留言|列印|複製連結|回到頁首|登入|註冊"
        "|更多",
        "ja": "閉じる|シェア|シェアする|ツイート|ツイートする|ブックマーク|印刷|印刷する|コピー|リンクをコピー"
        "|urlをコピー|保存する|コメントを書く|コメントを見る|ページトップへ|ページの先頭へ|トップへ戻る"
        "|もっと見る|一覧を見る|ログイン|会員登録",
        "ko": "닫기|공유|공유하기|기사 공유|기사공유|카카오스토리|네이버 밴드|링크 복사|주소 복사|url 복사|인쇄"
        "|인쇄하기|프린트|스크랩|댓글|댓글 보기|댓글쓰기|글자 크기|글자크기|글자 크기 변경|글자크기 조절|맨 위로"
        "|로그인|회원가입|좋아요|추천해요",
        "ar": "إغلاق|شارك|مشاركة|شارك المقال|شارك الخبر|شارك على فيسبوك|شارك على تويتر|طباعة|اطبع|نسخ الرابط"
        "|تم نسخ الرابط|تعليقات|التعليقات|أضف تعليق|أضف تعليقا|اترك تعليقا|عرض التعليقات|تسجيل الدخول|عرض المزيد",
    },
    "player": {
        "en": "video|media playback is unsupported on your device|media playback is not supported on this device"
        "|must watch|this video can not be played|this video cannot be played|video unavailable"
        "|this video is unavailable|this content is not available|your browser does not support the video tag"
        "|your browser does not support video|your browser does not support the audio element"
        "|your browser does not support html5 video"
        "|to play this video you need to enable javascript in your browser|please enable javascript"
        "|javascript is disabled|javascript must be enabled to view this video|please turn on javascript"
        "|please enable javascript to view this video|video player is loading|this is a modal window"
        "|end of dialog window|beginning of dialog window escape will cancel and close the window|now playing"
        "|coming up next|replay|replay video|play video|play audio|pause video|watch video|watch the video"
        "|watch live|watch now|watch the video below|watch the video above|watch below|watch above|watch more"
        "|watch again|watch this video|watch the full video|watch the clip below|watch the interview below"
        "|more videos|related videos|related video|video transcript|hide transcript|show transcript"
        "|view transcript|autoplay|autoplay next video|mute|unmute|full screen|fullscreen|exit fullscreen"
        "|enter fullscreen|skip video|current time|remaining time|playback rate|captions off|subtitles off"
        "|loading|loading video|buffering|listen live|listen now|listen to article|listen to this article"
        "|listen to this story|listen to the story|listen to the podcast|listen to this|listen below|close video"
        "|tap to play|click to play|tap to unmute|jw player|embed|download audio",
        "de": "video abspielen|video ansehen|jetzt ansehen|audio abspielen|artikel vorlesen"
        "|video konnte nicht geladen werden|bitte aktivieren sie javascript|beitrag hören|wird geladen|lädt",
        "fr": "lire la vidéo|voir la vidéo|regarder la vidéo|écouter l'article|écouter le podcast|chargement"
        "|chargement en cours|activer le son|plein écran|lecture en cours",
        "es": "ver video|ver vídeo|ver el video|reproducir video|reproducir vídeo|escuchar artículo"
        "|escuchar este artículo|cargando|pantalla completa|mira el video|mire el video",
        "it": "guarda il video|riproduci video|ascolta l'articolo|ascolta il podcast|caricamento"
        "|caricamento in corso|schermo intero",
        "pt": "assista ao vídeo|veja o vídeo|ver vídeo|reproduzir vídeo|ouça este conteúdo|ouvir artigo"
        "|carregando|tela cheia",
        "nl": "bekijk video|bekijk de video|video afspelen|luister naar dit artikel|beluister dit artikel|laden"
        "|bezig met laden",
        "sv": "spela video|spela upp|se videon|lyssna på artikeln|lyssna på artikel|laddar",
        "pl": "odtwórz wideo|zobacz wideo|obejrzyj wideo|posłuchaj artykułu|ładowanie|trwa ładowanie",
        "tr": "videoyu izle|videoyu oynat|haberi dinle|haberi sesli dinle|yükleniyor",
        "ru": "смотреть видео|смотрите видео|слушать|прослушать статью|загрузка|идет загрузка",
        "zh": "观看视频|播放视频|点击播放|正在加载|加载中|重播|收听|觀看影片|載入中",
        "ja": "動画を再生|動画を見る|再生する|読み込み中|もう一度見る|音声で聞く",
        "ko": "동영상 재생|동영상 보기|영상 보기|다시보기|음성으로 듣기|기사 듣기|로딩 중",
        "ar": "شاهد الفيديو|تشغيل الفيديو|استمع إلى المقال|جاري التحميل|جار التحميل",
    },
    "picture-control": {
        "en": "photo|image|show caption|hide caption|show captions|hide captions|view caption|read caption"
        "|show credit|enlarge this image|enlarge image|enlarge photo|click to enlarge|tap to enlarge"
        "|expand image|click to expand|expand this image|view larger image|view larger|view full size"
        "|view fullscreen|zoom in|zoom image|open image in gallery|open image modal|open gallery|view gallery"
        "|view photos|view slideshow|see gallery|photo gallery|image gallery|photos|slideshow|start slideshow"
        "|launch slideshow|next image|previous image|next photo|previous photo|next slide|previous slide"
        "|prev image|prev next image|next picture|previous picture|show all photos|view all photos"
        "|see all photos|more photos|more pictures|in pictures|hide photo",
        "de": "bild vergrößern|bild in lightbox öffnen|bildergalerie|zur bildergalerie|bilderstrecke|fotostrecke"
        "|zur fotostrecke|bildergalerie ansehen|nächstes bild|vorheriges bild|foto vergrößern",
        "fr": "agrandir l'image|voir la galerie|voir les photos|diaporama|voir le diaporama|image suivante"
        "|image précédente|agrandir la photo|légende masquer|masquer la légende",
        "es": "ampliar imagen|ampliar foto|ver galería|ver fotos|ver fotogalería|galería de fotos"
        "|galería de imágenes|fotogalería|imagen siguiente|imagen anterior",
        "it": "guarda la gallery|vai alla gallery|guarda le foto|sfoglia la gallery|apri la gallery|ingrandisci"
        "|fotogallery|immagine successiva|immagine precedente",
        "pt": "ampliar imagem|ver galeria|galeria de fotos|veja as fotos|ver fotos|próxima imagem|imagem anterior",
        "nl": "bekijk foto's|bekijk de foto's|fotoserie|bekijk fotoserie|vergroot afbeelding|volgende foto|vorige foto",
        "sv": "visa bild|förstora bild|förstora bilden|se bildspel|visa bildtext|bildspel",
        "pl": "powiększ zdjęcie|zobacz zdjęcia|zobacz galerię|galeria zdjęć|następne zdjęcie|poprzednie zdjęcie",
        "tr": "fotoğrafı büyüt|foto galeri|fotoğraf galerisi|sonraki fotoğraf|önceki fotoğraf",
        "ru": "фотогалерея|увеличить фото|смотреть фото|открыть галерею|следующее фото|предыдущее фото",
        "zh": "点击查看大图|查看大图|查看原图|点击图片进入下一页|上一张|下一张|上一页|下一页|點擊放大",
        "ja": "写真を拡大|画像を拡大|拡大する|写真一覧|フォトギャラリー|次の写真|前の写真",
        "ko": "사진 확대|이미지 확대|이미지 확대보기|이미지 크게 보기|사진 크게보기|이전 사진|다음 사진",
        "ar": "تكبير الصورة|عرض الصور|معرض الصور",
    },
    "newsletter": {
        "en": "sign up|sign up now|sign up here|sign up today|sign up for free|sign up free|subscribe"
        "|subscribe now|subscribe here|subscribe today|subscribe for free|subscribe to our newsletter"
        "|subscribe to our newsletters|subscribe to newsletter|subscribe to newsletters|subscribe to our channel"
        "|subscribe to our youtube channel|subscribe to our podcast|become a subscriber|already a subscriber"
        "|already a member|manage newsletters|manage subscription|manage my account|sign up for our newsletter"
        "|sign up for our newsletters|newsletter|newsletters|newsletter sign up|newsletter signup"
        "|newsletter sign-up|sign up for newsletters|our newsletters|get our newsletter|get the newsletter"
        "|get newsletter|email newsletter|email newsletters|free newsletter|daily newsletter|weekly newsletter"
        "|join our newsletter|join our mailing list|get email alerts|email alerts|get alerts"
        "|breaking news alerts|get breaking news alerts|enter your email|enter your email address|your email"
        "|your email address|email address|enter email|enter email address|submit|unsubscribe"
        "|unsubscribe anytime|thanks for signing up|thank you for signing up|thank you for subscribing"
        "|thanks for subscribing|you're all set|invalid email address|please enter a valid email address"
        "|start your free trial|start free trial|free trial|try it free|support us|support our journalism"
        "|support independent journalism|support our work|donate|donate now|donate today|make a donation"
        "|become a member|become a member today|become a supporter|join now|join today|join us|get the app"
        "|get our app|download the app|download our app|download app|get unlimited access|get full access"
        "|subscribe to read|subscribers only|subscriber only|for subscribers|for subscribers only"
        "|for members only|subscribe to continue reading|sign in to continue reading"
        "|register to continue reading|contribute now|log in to continue",
        "de": "newsletter abonnieren|newsletter bestellen|zum newsletter|zum newsletter anmelden|jetzt abonnieren"
        "|jetzt anmelden|jetzt registrieren|abonnieren|abo|jetzt testen|kostenlos testen|jetzt spenden"
        "|nur für abonnenten|e-mail-adresse|ihre e-mail-adresse|jetzt unterstützen",
        "fr": "s'abonner|abonnez-vous|je m'abonne|abonnez-vous à notre newsletter"
        "|inscrivez-vous à notre newsletter|inscrivez-vous à la newsletter|s'inscrire à la newsletter"
        "|recevoir la newsletter|article réservé aux abonnés|réservé aux abonnés|déjà abonné"
        "|déjà abonné connectez-vous|votre email|votre e-mail|adresse e-mail|faire un don|je fais un don"
        "|soutenez-nous|je m'inscris",
        "es": "suscríbete|suscríbase|suscribirse|suscribirme|suscríbete aquí|suscríbete a nuestra newsletter"
        "|suscríbete a nuestro boletín|suscríbete al boletín|boletín|boletines|exclusivo para suscriptores"
        "|solo para suscriptores|contenido exclusivo para suscriptores|ya soy suscriptor|correo electrónico"
        "|tu correo electrónico|haz una donación|hazte socio",
        "it": "abbonati|abbonati ora|abbonati subito|iscriviti|iscriviti ora|iscriviti alla newsletter"
        "|iscriviti alla nostra newsletter|iscriviti al canale|sei già abbonato|riservato agli abbonati"
        "|contenuto riservato agli abbonati|sostienici|fai una donazione|diventa socio",
        "pt": "assine|assine já|assine agora|assinar|assine a newsletter|assine nossa newsletter|inscreva-se"
        "|subscrever|subscreva|subscreva a newsletter|receba a nossa newsletter|exclusivo para assinantes"
        "|exclusivo assinantes|já é assinante|faça uma doação|apoie",
        "nl": "abonneer|abonneer je|abonneren|word abonnee|neem een abonnement|schrijf je in|inschrijven"
        "|meld je aan|schrijf je in voor onze nieuwsbrief|meld je aan voor de nieuwsbrief|nieuwsbrief|al abonnee"
        "|alleen voor abonnees|doneer|steun ons",
        "sv": "prenumerera|prenumerera nu|bli prenumerant|prenumerera på vårt nyhetsbrev|nyhetsbrev|anmäl dig"
        "|redan prenumerant|endast för prenumeranter|för prenumeranter|stöd oss",
        "pl": "subskrybuj|zapisz się|zapisz się na newsletter|zapisz się do newslettera|zaprenumeruj|prenumerata"
        "|wykup dostęp|tylko dla prenumeratorów|masz już prenumeratę|wesprzyj nas|twój e-mail",
        "tr": "abone ol|abone olun|bültenimize abone olun|e-bültene abone ol|bülten|üyelere özel"
        "|e-posta adresiniz|bizi destekleyin",
        "ru": "подписаться|подписывайтесь|подпишитесь|подпишитесь на рассылку|подпишитесь на нашу рассылку"
        "|подписаться на рассылку|подписаться на новости|подпишись на наш канал|подписывайтесь на наш канал"
        "|рассылка|оформить подписку|только для подписчиков|поддержать|поддержите нас|ваш e-mail",
        "zh": "订阅|立即订阅|订阅我们|订阅新闻邮件|免费订阅|订阅电子报|訂閱|立即訂閱|訂閱電子報|免費訂閱|加入会员"
        "|加入會員|下载客户端|下载app|打开app|支持我们|關注我們|关注我们|扫描二维码关注",
        "ja": "購読する|購読|会員限定|会員限定記事|有料会員限定|有料会員限定記事|メールマガジン登録|メルマガ登録"
        "|ニュースレター|ニュースレター登録|今すぐ登録|無料会員登録|この記事は有料記事です|有料記事|フォローする",
        "ko": "구독|구독하기|구독 신청|뉴스레터|뉴스레터 구독|뉴스레터 구독하기|뉴스레터 신청|기자 구독|기자구독"
        "|앱 다운로드|후원하기|정기구독|정기구독 신청|유료회원 전용",
        "ar": "اشترك|اشترك الآن|اشترك في نشرتنا|اشترك في النشرة الإخبارية|اشترك في نشرتنا البريدية"
        "|النشرة البريدية|النشرة الإخبارية|تابعنا|تابعونا|البريد الإلكتروني",
    },
    "related-label": {
        "en": "most read|most popular|most viewed|most watched|most shared|most commented|most recent|trending"
        "|trending now|trending stories|trending news|popular stories|popular now|popular on|latest news"
        "|latest stories|latest headlines|latest videos|top stories|top news|top headlines|more top stories"
        "|more stories|more news|more headlines|more from the web|more for you|more like this"
        "|more from this section|more in this section|more coverage|other stories|other news|editors' picks"
        "|editor's picks|editor's pick|editors picks|our picks|what to read next|what to watch next|read next"
        "|in case you missed it|today's top stories|today's top headlines|top picks|top picks for you"
        "|picked for you|selected for you|suggested for you|recommended stories|recommended reading|you may like"
        "|you might like|you may be interested in|people also read|readers also read|related topics"
        "|more about this|further reading|elsewhere on|elsewhere on the web|featured stories|featured articles"
        "|must reads|must read|must-reads|news in brief",
        "de": "meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|mehr aus diesem ressort"
        "|weitere artikel|weitere meldungen|weitere nachrichten|neueste artikel|neueste meldungen"
        "|aktuelle nachrichten|aktuelle meldungen|empfehlungen für sie|empfohlene artikel|top-themen"
        "|verwandte artikel|verwandte themen",
        "fr": "les plus lus|articles les plus lus|les plus consultés|sur le même thème|dans la même rubrique"
        "|articles similaires|articles liés|plus d'articles|à découvrir|vous aimerez aussi|à la une"
        "|le plus populaire|en savoir plus|dernières actualités",
        "es": "lo más leído|lo más visto|las más leídas|más leídas|más leídos|lo más popular|más noticias"
        "|te puede interesar también|le puede interesar|también te puede interesar|quizás te interese"
        "|te recomendamos|más información|más sobre este tema|más en|últimas noticias",
        "it": "i più letti|più letti|le più lette|articoli più letti|potrebbe interessarti"
        "|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbe interessare anche|notizie correlate"
        "|ultime notizie|altre notizie|per approfondire",
        "pt": "mais lidas|as mais lidas|mais lidos|mais vistas|mais notícias|artigos relacionados"
        "|matérias relacionadas|saiba mais|últimas notícias|você pode gostar|conteúdo relacionado"
        "|recomendadas para você|relacionadas",
        "nl": "meest gelezen|best gelezen|meer nieuws|meer over dit onderwerp|gerelateerde artikelen"
        "|ook interessant|laatste nieuws|het laatste nieuws|aanbevolen",
        "sv": "mest läst|mest lästa|fler artiklar|relaterade artiklar|senaste nytt|senaste nyheterna|rekommenderat",
        "pl": "najczęściej czytane|najpopularniejsze|najnowsze|polecamy|powiązane artykuły|warto przeczytać",
        "tr": "en çok okunanlar|en çok okunan haberler|benzer haberler|ilginizi çekebilir|son dakika"
        "|bunlar da ilginizi çekebilir|son haberler|diğer haberler",
        "ru": "самое читаемое|самое популярное|популярное|популярные новости|новости по теме|похожие новости"
        "|другие новости|последние новости|главные новости|рекомендуем|вам может быть интересно|еще по теме"
        "|подробнее|главное сегодня",
        "zh": "相关专题|热门推荐|热门新闻|猜你喜欢|为您推荐|编辑推荐|新闻排行|热点新闻|最新消息|精彩推荐|阅读排行"
        "|热门文章|推薦閱讀|熱門新聞|你可能會喜歡|你可能也喜歡",
        "ja": "おすすめ記事|おすすめ|人気記事|人気記事ランキング|アクセスランキング|最新記事|最新ニュース"
        "|こちらもおすすめ|こちらの記事も読まれています|注目記事|新着記事",
        "ko": "많이 본 기사|많이 본 뉴스|가장 많이 본 뉴스|인기기사|인기 기사|추천기사|추천 기사|최신기사"
        "|최신 뉴스|주요뉴스|주요 뉴스|이 시각 주요뉴스|핫뉴스|실시간 뉴스",
        "ar": "الأكثر قراءة|الأكثر مشاهدة|قد يعجبك أيضا|آخر الأخبار|أخبار متعلقة",
    },
}
"""Lines that are furniture wherever they stand."""

WEAK: dict[str, str] = {
    "button": "email|e-mail|mail|print|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|instagram|youtube"
    "|telegram|tumblr|flipboard|messenger|facebook messenger|google|google+|tiktok|wechat|weibo|line|pocket"
    "|mastodon|bluesky|threads|snapchat|vk|viber|skype|sms|rss|pin|post|like|likes|love|comment|comments|save"
    "|copy|more|less|next|prev|previous|back|home|search|options|settings|text|link|views|view|sluiten|stäng"
    "|zamknij|kapat|закрыть|关闭|關閉|閉じる|닫기|إغلاق|微信|微博|페이스북|트위터|카카오톡|kommentare"
    "|commentaires|comentarios|commenti|comentários|reacties|kommentarer|komentarze",
    "player": "videos|audio|play|pause|stop|watch|listen|duration|transcript|podcast|live|gallery|images|picture"
    "|graphic|info|volume|quality|speed|error|settings",
}
"""Words that are a button among buttons, and elsewhere may be a heading: `Facebook`, `Video`."""

ATOP: dict[str, str] = {
    "page-label": "opinion|opinions|analysis|commentary|editorial|op-ed|news analysis|analysis opinion"
    "|opinion analysis|guest column|guest essay|guest opinion|column|columnists|exclusive|breaking|breaking news"
    "|developing story|live updates|fact check|explainer|perspective|letters to the editor|special report"
    "|opinion contributor|opinion contributors|opinion columnist|opinion columnists|opinion writer"
    "|opinion editor|contributing columnist|guest columnist|guest contributor|guest writer|contributing writer"
    "|contributor|contributors|staff writer|staff writers|staff reporter|senior writer|senior reporter"
    "|senior editor|correspondent|staff correspondent|special correspondent|news editor|from staff reports"
    "|from wire reports|staff and wire reports|wire reports|usa today|reuters|associated press"
    "|the associated press|ap|afp|cnn|bbc|bbc news|npr|fox news|nbc news|cbs news|abc news|bloomberg"
    "|bloomberg news|politico|the guardian|the new york times|the washington post|the wall street journal"
    "|meinung|kommentar|analyse|gastbeitrag|opinión|análisis|opinião|análise|tribune|éditorial|opinione|commento"
    "|opinie|ledare|debatt|opinia|komentarz|görüş|yorum|analiz|мнение|аналитика|评论|社論|社説|사설|رأي|独家"
    "|快讯|速報|단독",
}
"""Words that name the page, its section or its author's post when they stand over the text."""

_WORD = re.compile(r"[^\W_]+(?:['+-][^\W_]+)*\+?")
_MARKS = re.compile(r"[\u0307\u064b-\u0652]")
"""Arabic vowel signs, which are optional, and the dot that small Turkish letters get twice."""
_COUNT = re.compile(r"\d+[km]?")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a line as the tables have them: small, without signs and numbers."""
    plain = _MARKS.sub("", text.casefold().replace("’", "'"))
    return tuple(word for word in _WORD.findall(plain) if not _COUNT.fullmatch(word))


def by_words(tables: dict[str, str]) -> dict[tuple[str, ...], str]:
    """A table from the words of each phrase to its rule."""
    return {words_of(phrase): rule for rule, phrases in tables.items() for phrase in phrases.split("|")}


STRONG = {
    words: rule
    for rule, languages in PHRASES.items()
    for phrases in languages.values()
    for words in by_words({rule: phrases})
}
