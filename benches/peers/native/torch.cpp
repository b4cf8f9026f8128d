// PyTorch called from C++, behind the interface of the kernels: see `peers.cpp`. A fresh output is
// what its functions return; the tensor over the input is made once, as its user would have it.

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace {

at::Tensor fresh(unsigned operation, const at::Tensor &x) {
    switch (operation) {
    case 0: return at::sigmoid(x);
    case 1: return at::tanh(x);
    case 2: return at::relu(x);
    case 3: return at::leaky_relu(x, 0.01);
    case 4: return at::addcmul(x, x, x, -1);
    default: return 1 - x * x;
    }
}

void into(unsigned operation, const at::Tensor &x, at::Tensor &out) {
    switch (operation) {
    case 0: at::sigmoid_out(out, x); break;
    case 1: at::tanh_out(out, x); break;
    case 2: at::clamp_min_out(out, x, 0); break;
    case 3: at::leaky_relu_out(out, x, 0.01); break;
    case 4: at::addcmul_out(out, x, x, x, -1); break;
    default: at::addcmul_out(out, at::ones(1, x.options()), x, x, -1); break;
    }
}

template <typename T> at::Tensor over(const T *data, size_t count) {
    auto type = sizeof(T) == 8 ? at::kDouble : at::kFloat;
    return at::from_blob(const_cast<T *>(data), {int64_t(count)}, type);
}

template <typename T> int run(unsigned operation, const T *from, T *to, size_t count) {
    c10::InferenceMode guard;
    static at::Tensor x, out;
    if (!x.defined() || x.data_ptr() != from || size_t(x.numel()) != count) x = over(from, count);
    if (!to) return fresh(operation, x), 0;
    if (!out.defined() || out.data_ptr() != to || size_t(out.numel()) != count)
        out = over(to, count);
    into(operation, x, out);
    return 0;
}

} // namespace

extern "C" {

int peers_f64(unsigned op, unsigned, const double *from, double *to, size_t count) {
    return run(op, from, to, count);
}

int peers_f32(unsigned op, unsigned, const float *from, float *to, size_t count) {
    return run(op, from, to, count);
}
}
