#include "tools/pack/probe.h"

#include "tools/pack/flash.h"
#include "tools/pack/light.h"
#include "video/container.h"

#include <libavutil/pixdesc.h>
#include <string.h>

#define RATE_MAX 60.5
#define APART_MAX_MS 2100 /* between pictures that stand alone: winding begins at one of them */
#define VIDEO_MS_MIN 2000
#define LATE_MS 2000 /* of the first picture: longer, and people believe that nothing comes */
#define VIDEO_MS_MAX (10 * 60 * 1000)

typedef struct Probe {
    Report *report;
    Slice file, bytes;
    Container container;
    AVCodecContext *video, *audio;
    AVFrame *frame;
    Flash flash;
    bool flashes, bad_light, bad_pixels, heard_fault;
    int pictures;
    Millis first, last, longest; /* of pictures; longest way between two that stand alone */
    Millis alone;
    bool failed;
} Probe;

#define FILM_FAULT(p, ...)                                                                         \
    ((p)->failed = true, report_fault((p)->report, (p)->file, 1, __VA_ARGS__))

static int read_bytes(void *self, int64_t offset, void *to, int count) {
    Slice bytes = *(Slice *)self;
    int64_t rest = bytes.len - offset;
    int got = rest < count ? (int)(rest > 0 ? rest : 0) : count;
    memcpy(to, bytes.at + offset, (size_t)got);
    return got;
}

/* ---- pictures -------------------------------------------------------------------------------- */

/* Its pictures would be dull, and nobody would know why. */
static void check_light(Probe *p) {
    const AVFrame *f = p->frame;
    Light light = {f->color_trc, f->color_primaries, f->colorspace};
    if (p->bad_light || !light_is_odd(&light))
        return;
    p->bad_light = p->bad_pixels = true;
    if (light_is_high(&light))
        FILM_FAULT(p, "film HDR (PQ ou HLG), que la borne montrerait terne ; « azimut-pack media » "
                      "le convertit");
    else
        FILM_FAULT(p, "film aux couleurs BT.2020 ou P3, que la borne montrerait terne ; « "
                      "azimut-pack media » le convertit");
}

/* Eight bits, one sample of colour to four points: what every decoder and every GPU takes. */
static void check_pixels(Probe *p) {
    const AVPixFmtDescriptor *kind = libav.av_pix_fmt_desc_get(p->frame->format);
    bool good = kind && kind->comp[0].depth == 8 && kind->nb_components == 3 &&
                kind->log2_chroma_w == 1 && kind->log2_chroma_h == 1;
    if (!good && !p->bad_pixels)
        FILM_FAULT(p,
                   "des points de sorte %s : il faut 8 bits en 4:2:0 (yuv420p) ; le convertir "
                   "comme le montre content/README.md",
                   kind ? kind->name : "?");
    p->bad_pixels |= !good;
}

static void look(Probe *p) {
    const AVFrame *f = p->frame;
    int64_t us = container_us(&p->container, p->container.video, f->best_effort_timestamp);
    Millis at = us == INT64_MIN ? p->last + 40 : us / 1000;
    if (p->pictures && at < p->last && !p->failed)
        FILM_FAULT(p,
                   "les temps des images reculent à %.1f s ; le convertir comme le montre "
                   "content/README.md",
                   (double)at / 1000);
    if (!p->pictures++)
        p->first = at;
    if (f->key_frame) {
        p->longest = at - p->alone > p->longest ? at - p->alone : p->longest;
        p->alone = at;
    }
    p->last = at;
    check_light(p);
    check_pixels(p);
    if (!p->flashes && !p->bad_pixels &&
        flash_look(&p->flash, f->data[0], f->linesize[0], f->width, f->height,
                   f->color_range == AVCOL_RANGE_JPEG, at)) {
        p->flashes = true;
        FILM_FAULT(
            p,
            "plus de trois éclairs par seconde à %.1f s : dangereux pour certaines personnes ; "
            "ralentir ou adoucir ce passage",
            (double)at / 1000);
    }
}

static void decode(Probe *p, AVCodecContext *decoder, const AVPacket *packet) {
    bool picture = decoder == p->video;
    int status = libav.avcodec_send_packet(decoder, packet);
    while (status >= 0 && (status = libav.avcodec_receive_frame(decoder, p->frame)) >= 0) {
        if (picture)
            look(p);
        if (picture && p->frame->decode_error_flags && !p->failed)
            FILM_FAULT(p, "une image est abîmée à %.1f s ; exporter le film de nouveau",
                       (double)p->last / 1000);
        libav.av_frame_unref(p->frame);
    }
    if (status >= 0 || status == AVERROR(EAGAIN) || status == AVERROR_EOF)
        return;
    if (picture && !p->failed)
        FILM_FAULT(p, "une image ne peut pas être décodée à %.1f s ; exporter le film de nouveau",
                   (double)p->last / 1000);
    else if (!picture && !p->heard_fault) {
        FILM_FAULT(p, "le son ne peut pas être décodé à %.1f s ; exporter le film de nouveau",
                   (double)p->last / 1000);
        p->heard_fault = true;
    }
}

static void decode_all(Probe *p) {
    AVPacket *packet = libav.av_packet_alloc();
    int status;
    while ((status = container_read(&p->container, packet)) >= 0) {
        bool picture = packet->stream_index == p->container.video->index;
        if (picture || p->audio)
            decode(p, picture ? p->video : p->audio, packet);
        libav.av_packet_unref(packet);
    }
    libav.av_packet_free(&packet);
    decode(p, p->video, NULL);
    if (status != AVERROR_EOF && !p->failed)
        FILM_FAULT(p, "le film s’interrompt à %.1f s ; le copier ou l’exporter de nouveau",
                   (double)p->last / 1000);
}

/* ---- the file as a whole --------------------------------------------------------------------- */

static uint32_t big_endian(const char *at) {
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* An MP4 whose table of contents lies at its end opens late. */
static void check_order(Probe *p) {
    for (int64_t at = 0; at + 16 <= p->bytes.len;) {
        const char *box = p->bytes.at + at;
        int64_t size = big_endian(box);
        if (size == 1)
            size = (int64_t)big_endian(box + 8) << 32 | big_endian(box + 12);
        if (memcmp(box + 4, "moov", 4) == 0 || size < 8)
            return;
        if (memcmp(box + 4, "mdat", 4) == 0) {
            FILM_FAULT(p, "la table du film est à la fin du fichier : il s’ouvrirait lentement ; "
                          "l’exporter avec « +faststart »");
            return;
        }
        at += size;
    }
}

/* Telephones write where they were; a pack goes to everybody. */
static void check_place(Probe *p) {
    static const char *const KEYS[] = {"location", "location-eng",
                                       "com.apple.quicktime.location.ISO6709", NULL};
    for (int i = 0; KEYS[i] && !p->failed; i++)
        if (libav.av_dict_get(p->container.format->metadata, KEYS[i], NULL, 0))
            FILM_FAULT(p,
                       "ce film dit à quel endroit il a été tourné (GPS) ; « azimut-pack media » "
                       "l’efface");
}

static void check_end(Probe *p, Millis duration) {
    int64_t stored = p->container.format->duration - p->container.origin_us;
    bool known = p->container.format->duration != AV_NOPTS_VALUE;
    if (p->pictures < 2)
        FILM_FAULT(p, "ce film n’a pas d’images ; vérifier le fichier");
    else if (p->first > LATE_MS)
        FILM_FAULT(
            p,
            "les images ne commencent qu’à %.1f s ; le convertir comme le montre content/README.md",
            (double)p->first / 1000);
    else if (duration < VIDEO_MS_MIN || duration > VIDEO_MS_MAX)
        FILM_FAULT(p, "film de %.1f s : de 2 s à 10 minutes ; le couper", (double)duration / 1000);
    else if (known && stored / 1000 > duration + 1000)
        FILM_FAULT(
            p,
            "le film annonce %.1f s et s’arrête à %.1f s : il est tronqué ; le copier de nouveau",
            (double)stored / 1e6, (double)duration / 1000);
}

static void check_rate(Probe *p) {
    double seconds = (double)(p->last - p->first) / 1000,
           rate = seconds > 0 ? (p->pictures - 1) / seconds : 0;
    if (rate > RATE_MAX)
        FILM_FAULT(
            p,
            "%.0f images par seconde, 60 au plus ; le convertir comme le montre content/README.md",
            rate);
    p->longest = p->last - p->alone > p->longest ? p->last - p->alone : p->longest;
    if (p->longest > APART_MAX_MS)
        FILM_FAULT(p,
                   "%.1f s entre deux images entières, 2 au plus pour pouvoir avancer dans le "
                   "film ; le convertir comme le montre content/README.md",
                   (double)p->longest / 1000);
}

/* Why the kiosk would not open it. */
static void say_closed(Probe *p) {
    const Container *c = &p->container;
    switch (c->fault) {
    case CONTAINER_NO_LIBRARY:
        FILM_FAULT(p,
                   "ce film ne peut pas être lu sur cet ordinateur : FFmpeg manque ; l’installer");
        break;
    case CONTAINER_NO_FILM:
        FILM_FAULT(p, "ce fichier n’est ni un MP4 ni un WebM ; le convertir comme le montre "
                      "content/README.md");
        break;
    case CONTAINER_NO_PICTURE:
        FILM_FAULT(p, "ce film n’a que du son ; vérifier le fichier");
        break;
    case CONTAINER_CODEC:
        FILM_FAULT(p,
                   "la borne ne lit pas le codec %s : il faut H.264, VP9 ou AV1, avec AAC, Opus ou "
                   "Vorbis ; le convertir comme le montre content/README.md",
                   container_odd_codec(c));
        break;
    case CONTAINER_SIZE:
        FILM_FAULT(
            p,
            "images de %dx%d, 1920x1080 au plus ; le convertir comme le montre content/README.md",
            c->video->codecpar->width, c->video->codecpar->height);
        break;
    case CONTAINER_TURNED:
        FILM_FAULT(
            p, "ce film est couché, et ne serait redressé que par une indication que la borne ne "
               "suit pas ; le convertir comme le montre content/README.md");
        break;
    default:
        FILM_FAULT(p, "ce film ne s’ouvre pas : il est abîmé ou incomplet ; le copier de nouveau");
        break;
    }
}

static bool open_all(Probe *p) {
    Error error;
    ByteSource source = {&p->bytes, p->bytes.len, read_bytes};
    if (!container_open(&p->container, source, NULL, NULL, &error)) {
        say_closed(p);
        return false;
    }
    p->video = container_decoder(p->container.video->codecpar, 0, &error);
    if (p->container.audio)
        p->audio = container_decoder(p->container.audio->codecpar, 1, &error);
    if (!p->video || (p->container.audio && !p->audio))
        FILM_FAULT(p, PROBE_NO_DECODER);
    return !p->failed;
}

/* The last picture stands as long as the others do. */
static Millis length(const Probe *p) {
    return p->pictures > 1 ? p->last + (p->last - p->first) / (p->pictures - 1) : 0;
}

bool probe_video(Report *report, Arena *arena, Slice file, Slice bytes, Clip *clip) {
    Probe *p = arena_new(arena, Probe);
    Error none;
    *p = (Probe){.report = report, .file = file, .bytes = bytes};
    if (!libav_load(&none)) {
        p->container.fault = CONTAINER_NO_LIBRARY;
        say_closed(p);
        return false;
    }
    p->frame = libav.av_frame_alloc();
    if (open_all(p)) {
        check_order(p);
        check_place(p);
        decode_all(p);
        check_end(p, length(p));
        if (!p->failed)
            check_rate(p);
        const AVCodecParameters *video = p->container.video->codecpar;
        clip->width = video->width;
        clip->height = video->height;
        clip->duration = length(p);
        clip->codec = arena_printf(arena, "%s%s%s", libav.avcodec_get_name(video->codec_id),
                                   p->audio ? " + " : "",
                                   p->audio ? libav.avcodec_get_name(p->audio->codec_id) : "");
    }
    libav.avcodec_free_context(&p->video);
    libav.avcodec_free_context(&p->audio);
    libav.av_frame_free(&p->frame);
    container_close(&p->container);
    return !p->failed;
}
