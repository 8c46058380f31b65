#include "video/container.h"

#include <math.h>
#include <string.h>

#define IO_BYTES (64 << 10)
#define CODECS "h264,vp9,libdav1d,av1,aac,opus,vorbis,pcm_s16le,pcm_s24le,pcm_f32le"

/* ---- bytes ----------------------------------------------------------------------------------- */

static int read_bytes(void *self, uint8_t *to, int count) {
    Container *c = self;
    int got = c->source.read(c->source.self, c->at, to, count);
    if (got < 0) {
        c->starved = true;
        return AVERROR(EIO);
    }
    c->at += got;
    return got ? got : AVERROR_EOF; /* 0 would be asked again for ever */
}

static int64_t seek_bytes(void *self, int64_t offset, int whence) {
    Container *c = self;
    whence &= ~AVSEEK_FORCE;
    if (whence == AVSEEK_SIZE)
        return c->source.size;
    int64_t to = whence == SEEK_SET   ? offset
                 : whence == SEEK_CUR ? c->at + offset
                                      : c->source.size + offset;
    if (to < 0 || to > c->source.size)
        return AVERROR(EINVAL);
    return c->at = to;
}

/* A file that names other files does not get them. */
static int refuse_to_open(AVFormatContext *format, AVIOContext **io, const char *url, int flags,
                          AVDictionary **options) {
    (void)format, (void)io, (void)url, (void)flags, (void)options;
    return AVERROR(EPERM);
}

static bool is_wav(const unsigned char *head) {
    return memcmp(head, "RIFF", 4) == 0 && memcmp(head + 8, "WAVE", 4) == 0;
}

/* By its first bytes: probing would try every format there is. */
static const AVInputFormat *format_of(Container *c, bool sound) {
    unsigned char head[12] = {0};
    if (c->source.read(c->source.self, 0, head, sizeof head) < (int)sizeof head)
        return NULL;
    if (sound && is_wav(head))
        return libav.av_find_input_format("wav");
    if (sound)
        return memcmp(head, "OggS", 4) == 0 ? libav.av_find_input_format("ogg") : NULL;
    if (memcmp(head + 4, "ftyp", 4) == 0)
        return libav.av_find_input_format("mov");
    return memcmp(head, "\x1A\x45\xDF\xA3", 4) == 0 ? libav.av_find_input_format("matroska") : NULL;
}

/* ---- streams --------------------------------------------------------------------------------- */

static bool is_codec_ours(enum AVCodecID id) {
    return id == AV_CODEC_ID_H264 || id == AV_CODEC_ID_VP9 || id == AV_CODEC_ID_AV1 ||
           id == AV_CODEC_ID_AAC || id == AV_CODEC_ID_OPUS || id == AV_CODEC_ID_VORBIS;
}

/* Of a file with nothing else. */
static bool is_sound_ours(enum AVCodecID id) {
    return id == AV_CODEC_ID_OPUS || id == AV_CODEC_ID_VORBIS || id == AV_CODEC_ID_PCM_S16LE ||
           id == AV_CODEC_ID_PCM_S24LE || id == AV_CODEC_ID_PCM_F32LE;
}

static bool is_turned(const AVStream *stream) {
    const uint8_t *matrix = libav.av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, NULL);
    return matrix && fabs(libav.av_display_rotation_get((const int32_t *)matrix)) > 1;
}

static void choose_streams(Container *c) {
    for (unsigned i = 0; i < c->format->nb_streams; i++) {
        AVStream *stream = c->format->streams[i];
        bool picture = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
                       !(stream->disposition & AV_DISPOSITION_ATTACHED_PIC);
        stream->discard = AVDISCARD_ALL;
        if (picture && !c->video)
            c->video = stream;
        else if (stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && !c->audio)
            c->audio = stream;
    }
    if (c->video)
        c->video->discard = AVDISCARD_DEFAULT;
    if (c->audio)
        c->audio->discard = AVDISCARD_DEFAULT;
}

static ContainerFault fault_of_streams(const Container *c) {
    if (!c->video)
        return CONTAINER_NO_PICTURE;
    const AVCodecParameters *p = c->video->codecpar;
    if (!is_codec_ours(p->codec_id) || (c->audio && !is_codec_ours(c->audio->codecpar->codec_id)))
        return CONTAINER_CODEC;
    if (p->width < 16 || p->height < 16 || p->width > CONTAINER_SIDE_MAX ||
        p->height > CONTAINER_SIDE_MAX || p->width * p->height > CONTAINER_PIXELS_MAX)
        return CONTAINER_SIZE;
    return is_turned(c->video) ? CONTAINER_TURNED : CONTAINER_FINE;
}

const char *container_odd_codec(const Container *c) {
    if (!c->video)
        return libav.avcodec_get_name(c->audio->codecpar->codec_id);
    enum AVCodecID video = c->video->codecpar->codec_id;
    return libav.avcodec_get_name(is_codec_ours(video) ? c->audio->codecpar->codec_id : video);
}

static ContainerFault fault_of_sound(const Container *c) {
    if (!c->audio)
        return CONTAINER_NO_SOUND;
    return is_sound_ours(c->audio->codecpar->codec_id) ? CONTAINER_FINE : CONTAINER_CODEC;
}

static bool check_streams(Container *c, Error *error) {
    switch (c->fault) {
    case CONTAINER_NO_SOUND:
        return error_set(error, "it has no sound");
    case CONTAINER_NO_PICTURE:
        return error_set(error, "it has no picture");
    case CONTAINER_CODEC:
        return error_set(error, "codec %s is not played here", container_odd_codec(c));
    case CONTAINER_SIZE:
        return error_set(error, "a picture of %dx%d", c->video->codecpar->width,
                         c->video->codecpar->height);
    case CONTAINER_TURNED:
        return error_set(error, "a picture that is turned by a flag");
    default:
        return true;
    }
}

/* The earlier beginning of the two: WebM starts its sound some milliseconds before 0. */
static int64_t origin_of(const Container *c) {
    int64_t origin = INT64_MAX;
    const AVStream *both[2] = {c->video, c->audio};
    for (int i = 0; i < 2; i++)
        if (both[i] && both[i]->start_time != AV_NOPTS_VALUE) {
            int64_t start =
                libav.av_rescale_q(both[i]->start_time, both[i]->time_base, AV_TIME_BASE_Q);
            origin = start < origin ? start : origin;
        }
    return origin == INT64_MAX ? 0 : origin;
}

static bool open_format(Container *c, const AVInputFormat *input, int (*stop)(void *), void *self) {
    unsigned char *buffer = libav.av_malloc(IO_BYTES);
    c->io = libav.avio_alloc_context(buffer, IO_BYTES, 0, c, read_bytes, NULL, seek_bytes);
    c->format = libav.avformat_alloc_context();
    if (!buffer || !c->io || !c->format)
        abort();
    c->format->pb = c->io;
    c->format->io_open = refuse_to_open;
    c->format->interrupt_callback = (AVIOInterruptCB){stop, self};
    c->format->flags |= AVFMT_FLAG_CUSTOM_IO;
    AVDictionary *options = NULL;
    libav.av_dict_set(&options, "codec_whitelist", CODECS, 0);
    libav.av_dict_set(&options, "protocol_whitelist", "none", 0);
    int status = libav.avformat_open_input(&c->format, NULL, input,
                                           &options); /* frees `format` when it fails */
    libav.av_dict_free(&options);
    return status >= 0;
}

static bool open_streams(Container *c, bool sound, int (*stop)(void *), void *self, Error *error) {
    c->fault = CONTAINER_NO_LIBRARY;
    if (!libav_load(error))
        return false;
    const AVInputFormat *input = format_of(c, sound);
    c->fault = input ? CONTAINER_DAMAGED : CONTAINER_NO_FILM;
    if (!input)
        return error_set(error, "neither %s, or its first bytes cannot be read",
                         sound ? "WAV nor Ogg" : "MP4 nor WebM");
    if (!open_format(c, input, stop, self))
        return error_set(error, "it cannot be opened: damaged or incomplete");
    choose_streams(c);
    return true;
}

bool container_open(Container *c, ByteSource source, int (*stop)(void *), void *self,
                    Error *error) {
    *c = (Container){.source = source};
    if (!open_streams(c, false, stop, self, error))
        return false;
    c->fault = fault_of_streams(c);
    if (!check_streams(c, error))
        return false;
    c->origin_us = origin_of(c);
    return true;
}

/* What shows its cover as well has no picture here. */
static void drop_picture(Container *c) {
    if (c->video)
        c->video->discard = AVDISCARD_ALL;
    c->video = NULL;
}

bool container_open_sound(Container *c, ByteSource source, Error *error) {
    *c = (Container){.source = source};
    if (!open_streams(c, true, NULL, NULL, error))
        return false;
    drop_picture(c);
    c->fault = fault_of_sound(c);
    return check_streams(c, error);
}

void container_close(Container *c) {
    if (c->format)
        libav.avformat_close_input(&c->format);
    if (c->io) {
        libav.av_freep(&c->io->buffer);
        libav.avio_context_free(&c->io);
    }
    *c = (Container){0};
}

/* ---- packets --------------------------------------------------------------------------------- */

int container_read(Container *c, AVPacket *packet) {
    for (;;) {
        int status = libav.av_read_frame(c->format, packet);
        if (status < 0)
            return c->starved ? AVERROR(EIO) : status;
        if ((c->video && packet->stream_index == c->video->index) ||
            (c->audio && packet->stream_index == c->audio->index))
            return 0;
        libav.av_packet_unref(packet);
    }
}

int container_seek(Container *c, Millis at) {
    int64_t stamp =
        libav.av_rescale_q(at * 1000 + c->origin_us, AV_TIME_BASE_Q, c->video->time_base);
    int status = libav.av_seek_frame(c->format, c->video->index, stamp, AVSEEK_FLAG_BACKWARD);
    return status < 0
               ? libav.avformat_seek_file(c->format, c->video->index, INT64_MIN, 0, INT64_MAX, 0)
               : status;
}

int64_t container_us(const Container *c, const AVStream *stream, int64_t stamp) {
    if (stamp == AV_NOPTS_VALUE)
        return INT64_MIN;
    return libav.av_rescale_q(stamp, stream->time_base, AV_TIME_BASE_Q) - c->origin_us;
}

AVCodecContext *container_decoder(const AVCodecParameters *parameters, int threads, Error *error) {
    const AVCodec *codec = libav.avcodec_find_decoder(parameters->codec_id);
    bool ours = is_codec_ours(parameters->codec_id) || is_sound_ours(parameters->codec_id);
    AVCodecContext *decoder = codec && ours ? libav.avcodec_alloc_context3(codec) : NULL;
    if (!decoder) {
        error_set(error, "no decoder for %s", libav.avcodec_get_name(parameters->codec_id));
        return NULL;
    }
    AVDictionary *options = NULL;
    libav.av_dict_set(&options, "codec_whitelist", CODECS, 0);
    decoder->thread_count = threads;
    decoder->max_pixels = CONTAINER_PIXELS_MAX;
    if (libav.avcodec_parameters_to_context(decoder, parameters) < 0 ||
        libav.avcodec_open2(decoder, codec, &options) < 0) {
        error_set(error, "the decoder for %s does not start", codec->name);
        libav.avcodec_free_context(&decoder);
    }
    libav.av_dict_free(&options);
    return decoder;
}
